import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { invalid } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';

/** Milliseconds an answer is kept. */
export const KEPT_FOR = 86_400_000;

export interface KeyedAsk {
  /** The caller's own word for this one act. */
  readonly key: string;
  /** Everything that makes the ask what it is: operation, path, words. */
  readonly says: string;
}

/** A write that happens once however often it is asked for. */
@Injectable()
export class KeptAnswers {
  constructor(private readonly db: TenantDb, private readonly clock: Clock) {}

  /** `work` runs for the actor it is handed, whose verbs join this transaction. @throws Invalid `idempotency.key_reused`; what `work` throws. */
  async once<T>(actor: Actor, ask: KeyedAsk, work: (actor: Actor) => Promise<T>): Promise<{ readonly answer: T; readonly replayed: boolean }> {
    const fingerprint = createHash('sha256').update(ask.says).digest('hex');
    return this.db.together(actor, async (tx, joined) => {
      await tx.lock('idempotency', `${actor.memberId}:${ask.key}`);
      const kept = await this.find<T>(tx, ask.key);
      if (kept && kept.fingerprint !== fingerprint) throw invalid('idempotency.key_reused');
      if (kept) return { answer: kept.answer, replayed: true };
      const answer = await work(joined);
      await this.keep(tx, ask.key, fingerprint, answer);
      return { answer, replayed: false };
    });
  }

  private async find<T>(tx: TenantTx, key: string): Promise<{ fingerprint: string; answer: T } | undefined> {
    const [row] = await tx.query<{ fingerprint: string; answer: T }>(
      'select fingerprint, answer from app.idempotent_answer where member_id = $1 and key = $2 and kept_at > $3', [tx.actor.memberId, key, this.since()]);
    return row;
  }

  private async keep(tx: TenantTx, key: string, fingerprint: string, answer: unknown): Promise<void> {
    await tx.query('delete from app.idempotent_answer where kept_at <= $1', [this.since()]);
    await tx.query('insert into app.idempotent_answer (organization_id, member_id, key, fingerprint, answer, kept_at) values ($1, $2, $3, $4, $5, $6)',
      [tx.organizationId, tx.actor.memberId, key, fingerprint, JSON.stringify(answer ?? null), this.clock.now()]);
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - KEPT_FOR);
  }
}
