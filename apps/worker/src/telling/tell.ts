import { Injectable } from '@nestjs/common';
import { Notifications } from '@platform/notification';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';
import { FactsReaders } from './facts-readers.js';
import { People } from './people.js';
import { tellingOf, whomIn, wordsIn } from './telling.rules.js';
import type { Telling, Whom } from './telling.rules.js';
import type { TellingFacts } from './telling-facts.js';

/**
 * Tells members what happened, each in their own organisation: what it is about is read as the one that acted, who is told as the one that
 * reads. Repeatable: a notification exists once per member, kind and event.
 */
@Injectable()
export class Tell implements Reacts {
  constructor(
    private readonly db: TenantDb, private readonly facts: FactsReaders, private readonly people: People, private readonly notifications: Notifications,
  ) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    const telling = tellingOf(event.act, event.detail);
    if (!telling) return;
    const facts = await this.db.run(actor, (tx) => this.facts.of(tx, event));
    for (const [organizationId, whom] of whomIn(telling.to, facts)) {
      await this.db.run(systemActor(organizationId), (tx) => this.tell(tx, event, { telling, facts, whom }));
    }
  }

  private async tell(tx: TenantTx, event: RecordedEvent, { telling, facts, whom }: { telling: Telling; facts: TellingFacts; whom: Whom }): Promise<void> {
    const wanted = { roles: whom.roles, personKey: whom.author ? facts.authorKey : null };
    for (const member of await this.people.of(tx, wanted, event)) {
      const params = wordsIn(member.language, telling.words, facts.words);
      await this.notifications.add(tx, { memberId: member.id, kind: telling.kind, object: facts.object, params, eventId: event.id });
    }
  }
}
