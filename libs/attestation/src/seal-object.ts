import { Organizations } from '@libs/organization';
import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { OrganizationKeys, sealStatement, sha256Hex } from '@platform/signing';
import type { SealedAct, SealedStatement } from '@platform/signing';
import { newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Seals } from './seals.queries.js';
import type { Seal } from './seals.queries.js';
import { SealsRepository } from './seals.repository.js';
import type { SealParties } from './seals.repository.js';

export interface Sealable {
  readonly object: { readonly kind: string; readonly id: string };
  readonly parties: SealParties;
  readonly statement: SealedStatement;
  readonly acts: readonly SealedAct[];
}

/** Puts the acting organisation's seal on a statement and the acts behind it, once. Needs a transaction of SealerDb. */
@Injectable()
export class SealObject {
  constructor(
    private readonly keys: OrganizationKeys, private readonly organizations: Organizations, private readonly seals: Seals,
    private readonly repository: SealsRepository, private readonly clock: Clock,
  ) {}

  /** The seal that is there, or a new one: a repeated job seals nothing twice. */
  async within(tx: TenantTx, { object, parties, statement, acts }: Sealable): Promise<Seal> {
    await tx.lock('seal', `${object.kind}:${object.id}`);
    const existing = await this.seals.of(tx, object.kind, object.id, tx.organizationId);
    if (existing) return existing;
    const now = this.clock.now();
    const own = await this.organizations.own(tx);
    await this.keys.ensure(tx, tx.organizationId, own.name, now);
    const { envelope, bytes } = await sealStatement(statement, acts, await this.keys.signerFor(tx, tx.organizationId), now);
    const seal: Seal = {
      id: newId<'Seal'>(), organizationId: tx.organizationId, objectKind: object.kind, objectId: object.id,
      text: new TextDecoder().decode(bytes), envelope, sha256: sha256Hex(bytes), sealedAt: now,
    };
    await this.repository.add(tx, seal, parties);
    return seal;
  }
}
