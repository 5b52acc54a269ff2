import type { FactName, Facts } from '@pure/catalog';
import { FormReader } from '@platform-pure/forms';
import type { SupplierSite } from '@pure/supplier';
import { sendingProblems } from './facts.rules.js';
import { readLevelDecision } from './level-decision.rules.js';
import { readRecipients } from './recipients.rules.js';
import type { LevelDecision, LevelDecisionInput } from './level-decision.rules.js';

/** Who answers, as the buyer knew it at sending: the supplier cannot read the buyer's ledger. */
export interface Respondent { readonly makerName: string; readonly factoryName: string; readonly address: string }

export interface SendRequestInput {
  readonly specificationEditionId: string;
  /** Exactly one of the two. */
  readonly supplierSiteId?: string | null;
  readonly ownSiteId?: string | null;
  /** 'YYYY-MM-DD', a day after today in the buyer's zone. */
  readonly dueOn: string;
  readonly note?: string | null;
  readonly facts: Facts;
  readonly levelDecision: LevelDecisionInput;
  /** Addresses that get the request: instead of the ledger's contact where nobody has joined, beside its members where somebody has. */
  readonly recipients?: readonly string[];
  /** Of one press of "send": the same press again sends nothing twice. */
  readonly sendingId?: string;
}

export interface RequestContent { readonly recipients: readonly string[]; readonly dueOn: string; readonly note: string | null; readonly facts: Facts; readonly levelDecision: LevelDecision }

/** Throws `request.request_invalid` with every field that is wrong. */
export function readRequest(input: SendRequestInput, asked: readonly FactName[], today: string): RequestContent {
  const form = new FormReader();
  if (Boolean(input.supplierSiteId) === Boolean(input.ownSiteId)) form.wrong('supplierSiteId', 'request.one_respondent');
  const dueOn = form.date('dueOn', input.dueOn);
  if (dueOn <= today) form.wrong('dueOn', 'request.due_not_in_future', { today });
  const content = {
    dueOn, note: form.optionalText('note', input.note, 4000), facts: input.facts, levelDecision: readLevelDecision(form, input.levelDecision),
    recipients: readRecipients(form, 'recipients', input.recipients ?? []),
  };
  for (const { field, code } of sendingProblems(input.facts, asked)) form.wrong(field, code);
  form.finish('request.request_invalid');
  return content;
}

/** A factory nobody answers for here is invited by mail: without an address the request would reach no one. */
export function canBeReached(site: Pick<SupplierSite, 'joinedOrganizationId' | 'contactEmail'>): boolean {
  return site.joinedOrganizationId !== null || site.contactEmail !== null;
}

/** A later due date, still to come. Throws `request.request_invalid`. */
export function readExtension(dueOn: string, reason: string, current: string, today: string): { readonly dueOn: string; readonly reason: string } {
  const form = new FormReader();
  form.date('dueOn', dueOn);
  if (dueOn <= today) form.wrong('dueOn', 'request.due_not_in_future', { today });
  else if (dueOn <= current) form.wrong('dueOn', 'request.due_not_later', { current });
  const said = form.text('reason', reason, 1000);
  form.finish('request.request_invalid');
  return { dueOn, reason: said };
}
