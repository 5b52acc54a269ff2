import { Injectable } from '@nestjs/common';
import { RequestsOverview, standing } from '@libs/insight';
import { InviteSupplier, NotifyRespondent, RecordBounce } from '@libs/request';
import type { Delivered, LetterCause } from '@libs/request';
import { RequestActs, outlineOf } from '@pure/request';
import { TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId } from '@platform/tenancy';
import type { Reacts, RecordedEvent } from '../reaction.js';

const CAUSES: Readonly<Record<string, LetterCause>> = {
  [RequestActs.send.name]: 'sent', [RequestActs.add_recipient.name]: 'sent', [RequestActs.remind.name]: 'reminded',
  [RequestActs.extend.name]: 'extended', [RequestActs.withdraw.name]: 'withdrawn',
};

/**
 * A letter about a request. Where somebody joined for the factory (as it was when the act was done), their own side writes to its members first,
 * and the buyer to those who stand in the request's list beside them; otherwise the buyer writes to the list. What the mail server
 * refuses for good is recorded on the request, for the buyer to see.
 */
@Injectable()
export class MailRequest implements Reacts {
  constructor(
    private readonly db: TenantDb, private readonly invite: InviteSupplier, private readonly notify: NotifyRespondent,
    private readonly bounce: RecordBounce, private readonly overview: RequestsOverview,
  ) {}

  async react(actor: Actor, event: RecordedEvent): Promise<void> {
    const input = { eventId: event.id, requestId: event.objectId, cause: CAUSES[event.act] ?? 'sent', asOf: event.at, ...onlyOne(event) };
    if (input.cause === 'reminded' && !await this.waits(actor, event)) return;
    const respondent = event.detail.supplierOrganizationId;
    const members = typeof respondent === 'string' && !input.only ? await this.notify.execute(systemActor(respondent as OrganizationId), input) : null;
    const listed = await this.invite.execute(actor, { ...input, but: members?.addresses });
    await this.record(actor, event, members, outlineOf);
    await this.record(actor, event, listed, (address) => address);
  }

  /** The answer came while the reminder stood in the queue: nobody is reminded of what is done. */
  private async waits(actor: Actor, { objectId, detail }: RecordedEvent): Promise<boolean> {
    const line = await this.db.run(actor, (tx) => this.overview.byId(tx, objectId));
    return line !== undefined && ['sent', 'acknowledged', 'answering', 'returned'].includes(standing(line, String(detail.dueOn)).state);
  }

  private async record(actor: Actor, { id: eventId, objectId }: RecordedEvent, delivered: Delivered | null, shown: (address: string) => string): Promise<void> {
    for (const { recipient, answer } of delivered?.refused ?? []) {
      await this.bounce.execute(actor, objectId, { address: shown(recipient), reason: answer, eventId });
    }
  }
}

const onlyOne = ({ act, detail }: RecordedEvent): { readonly only?: string } =>
  (act === RequestActs.add_recipient.name && typeof detail.email === 'string' ? { only: detail.email } : {});
