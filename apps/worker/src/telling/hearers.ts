import { Injectable } from '@nestjs/common';
import type { Recipient } from '@platform/mail';
import type { NotificationParams } from '@platform/notification';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, MemberId, OrganizationId, TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';
import { FactsReaders } from './facts-readers.js';
import { People } from './people.js';
import { tellingOf, whomIn, wordsIn } from './telling.rules.js';
import type { Telling, Whom } from './telling.rules.js';
import type { TellingFacts } from './telling-facts.js';

export interface Hearer { readonly memberId: MemberId; readonly to: Recipient; readonly params: NotificationParams }
/** What one organisation's members are told of an event. */
export interface Told { readonly organizationId: OrganizationId; readonly kind: string; readonly object: TellingFacts['object']; readonly hearers: readonly Hearer[] }

/**
 * Who is to hear of an event, and in which words: what it is about is read as the one that acted, who is told as the one that reads, each in
 * their own organisation.
 */
@Injectable()
export class Hearers {
  constructor(private readonly db: TenantDb, private readonly facts: FactsReaders, private readonly people: People) {}

  async of(actor: Actor, event: RecordedEvent): Promise<Told[]> {
    const telling = tellingOf(event.act, event.detail);
    if (!telling) return [];
    const facts = await this.db.run(actor, (tx) => this.facts.of(tx, event));
    const told: Told[] = [];
    for (const [organizationId, whom] of whomIn(telling.to, facts)) {
      const hearers = await this.db.run(systemActor(organizationId), (tx) => this.hearers(tx, event, { telling, facts, whom }));
      told.push({ organizationId, kind: telling.kind, object: facts.object, hearers });
    }
    return told;
  }

  private async hearers(tx: TenantTx, event: RecordedEvent, { telling, facts, whom }: { telling: Telling; facts: TellingFacts; whom: Whom }): Promise<Hearer[]> {
    const wanted = { roles: whom.roles, personKey: whom.author ? facts.authorKey : null, memberId: whom.named ? facts.memberId : null };
    const people = await this.people.named(tx, wanted, event);
    return people.map(({ member, to }) => ({ memberId: member.id, to, params: wordsIn(member.language, telling.words, facts.words) }));
  }
}
