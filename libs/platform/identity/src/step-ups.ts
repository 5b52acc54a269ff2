import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { newId } from '@platform/tenancy';
import type { Id, IdentityId, StepUpGrant, StepUpMethod } from '@platform/tenancy';
import { IdentityDb } from './identity-db.js';
import type { SqlRunner } from './identity-db.js';
import { sha256 } from './secrets.js';
import { CODE_ATTEMPTS, CODE_LIFE } from './step-up.rules.js';
import type { Challenge } from './step-up.rules.js';

export type ChallengeId = Id<'StepUpChallenge'>;
export interface ChallengeRow extends Challenge { readonly id: ChallengeId; readonly identityId: IdentityId }

const COLUMNS = `id, identity_id as "identityId", attempts, expires_at as "expiresAt", finished_at as "finishedAt", code_hash as "codeHash"`;

/** Challenges and grants of the second factor; both hang on one session and end with it. */
@Injectable()
export class StepUps {
  constructor(private readonly db: IdentityDb, private readonly clock: Clock) {}

  async open(tx: SqlRunner, sid: string, identityId: IdentityId): Promise<{ id: ChallengeId; expiresAt: Date }> {
    const [id, now] = [newId<'StepUpChallenge'>(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + CODE_LIFE);
    await tx.query(
      'insert into identity.step_up_challenge (id, sid_hash, identity_id, attempts, created_at, expires_at) values ($1, $2, $3, 0, $4, $5)',
      [id, sha256(sid), identityId, now, expiresAt]);
    return { id, expiresAt };
  }

  /** The newest challenge of this session. */
  async current(sid: string): Promise<ChallengeRow | undefined> {
    const [row] = await this.db.query<ChallengeRow>(
      `select ${COLUMNS} from identity.step_up_challenge where sid_hash = $1 order by created_at desc, id desc limit 1`, [sha256(sid)]);
    return row;
  }

  /** Locked until the end of the transaction. */
  async toSend(tx: SqlRunner, id: ChallengeId): Promise<ChallengeRow | undefined> {
    const [row] = await tx.query<ChallengeRow>(`select ${COLUMNS} from identity.step_up_challenge where id = $1 for update`, [id]);
    return row;
  }

  async setCode(tx: SqlRunner, id: ChallengeId, codeHash: string): Promise<void> {
    await tx.query('update identity.step_up_challenge set code_hash = $2 where id = $1', [id, codeHash]);
  }

  /** Books one try before the code is looked at, so that many tries at once all count. Undefined when there is none left. */
  async chargeTry(id: ChallengeId): Promise<string | undefined> {
    const [row] = await this.db.query<{ hash: string }>(
      `update identity.step_up_challenge set attempts = attempts + 1
       where id = $1 and attempts < $2 and expires_at > $3 and finished_at is null and code_hash is not null returning code_hash as hash`,
      [id, CODE_ATTEMPTS, this.clock.now()]);
    return row?.hash;
  }

  /** False when somebody else finished it first: a code works once. */
  async finish(tx: SqlRunner, id: ChallengeId): Promise<boolean> {
    const rows = await tx.query('update identity.step_up_challenge set finished_at = $2 where id = $1 and finished_at is null returning id', [id, this.clock.now()]);
    return rows.length === 1;
  }

  async grant(tx: SqlRunner, sid: string, method: StepUpMethod, minutes: number): Promise<StepUpGrant> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    await tx.query(
      `insert into identity.step_up_grant (sid_hash, method, granted_at, expires_at) values ($1, $2, $3, $4)
       on conflict (sid_hash) do update set method = excluded.method, granted_at = excluded.granted_at, expires_at = excluded.expires_at`,
      [sha256(sid), method, now, expiresAt]);
    return { method, grantedAt: now, expiresAt };
  }

  /** The session's live grant; what the actor of a request carries. */
  async grantOf(sid: string): Promise<StepUpGrant | null> {
    const [row] = await this.db.query<StepUpGrant>(
      'select method, granted_at as "grantedAt", expires_at as "expiresAt" from identity.step_up_grant where sid_hash = $1 and expires_at > $2',
      [sha256(sid), this.clock.now()]);
    return row ?? null;
  }
}
