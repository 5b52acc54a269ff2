import { Injectable } from '@nestjs/common';
import { Chasing, RequestActs } from '@libs/request';
import type { SecurityRequest } from '@libs/request';
import { Specifications } from '@libs/specification';
import type { RequestStanding } from '@pure/insight';
import { isOpen, speaksFor } from '@pure/request';
import type { RequestState } from '@pure/request';
import { may } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { text } from '../web/text.rules.js';
import { TALK_CHOICES, actForm, chasingView, factRows, talksTable } from './acts.view.js';
import type { ActForm, Refused } from './acts.view.js';

const YES_NO = [{ value: 'yes', label: text('portal_requests.yes') }, { value: 'no', label: text('portal_requests.no') }];
const CHASED = ['sent', 'acknowledged', 'answering', 'returned'];

/** What the person in front of a request may do with it now. What is not possible is not there. */
@Injectable()
export class RequestDesk {
  constructor(private readonly chasing: Chasing, private readonly specifications: Specifications) {}

  async acts(tx: TenantTx, request: SecurityRequest, { state }: RequestStanding, today: string, refused: Refused | null): Promise<object> {
    const side = sideOf(tx, request);
    return {
      ...buyerActs(tx.actor, side, state, refused), recipient: actForm('recipient', refused), bounce: actForm('bounce', refused), yesNo: YES_NO, talkKinds: TALK_CHOICES,
      chasing: side.buyerSpeaks ? await this.chased(tx, request, today) : null, automatic: side.buyer ? await this.chasing.automatic(tx) : false,
      correction: side.speaks && !request.withdrawnAt ? await this.facts(tx, request, refused) : null,
      talks: talksTable(await this.chasing.talks(tx, request.id), tx.organizationId),
      talk: side.speaks && request.supplierOrganizationId !== null ? actForm('talk', refused) : null,
    };
  }

  private async chased(tx: TenantTx, request: SecurityRequest, today: string): Promise<object> {
    const [recipients, reminders, bounces] = [await this.chasing.recipients(tx, request.id), await this.chasing.reminders(tx, request.id), await this.chasing.bounces(tx, request.id)];
    return chasingView({ request, recipients, reminders, bounces, today });
  }

  /** As they stand now, to be changed where they are otherwise. */
  private async facts(tx: TenantTx, request: SecurityRequest, refused: Refused | null): Promise<(ActForm & { rows: object }) | null> {
    const { document: { factNames } } = await this.specifications.edition(tx, request.specificationEditionId);
    if (factNames.length === 0) return null;
    const now = Object.fromEntries(factNames.map((name) => [`fact_${name}`, request.facts[name] === undefined ? '' : request.facts[name] ? 'yes' : 'no']));
    const form = actForm('facts', refused, factNames.map((name) => `fact_${name}`), now);
    return { ...form, rows: factRows(factNames, form) };
  }
}

interface Side { readonly buyer: boolean; readonly buyerSpeaks: boolean; readonly speaks: boolean }

function sideOf(tx: TenantTx, request: SecurityRequest): Side {
  const roles = speaksFor(tx.actor.roles);
  const buyer = request.buyerOrganizationId === tx.organizationId;
  const supplier = request.supplierOrganizationId === tx.organizationId;
  return { buyer, buyerSpeaks: buyer && roles.buyer, speaks: (buyer && roles.buyer) || (supplier && roles.supplier) };
}

function buyerActs(actor: Actor, { buyer }: Side, state: RequestState, refused: Refused | null): object {
  const open = buyer && isOpen(state);
  return {
    mayRemind: buyer && CHASED.includes(state) && may(actor, RequestActs.remind), mayAddress: open && may(actor, RequestActs.add_recipient),
    mayRecord: buyer && may(actor, RequestActs.record_bounce), extend: open && may(actor, RequestActs.extend) ? actForm('extend', refused) : null,
    withdraw: open && may(actor, RequestActs.withdraw) ? actForm('withdraw', refused) : null,
  };
}
