import type { Bounce, RequestRecipient, Reminder, SecurityRequest, Talk } from '@libs/request';
import type { FactName } from '@pure/catalog';
import { TALK_KINDS } from '@pure/request';
import { day, instant, phrase, status, table, word, words } from '../web/cells.view.js';
import type { TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FieldView, FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/** The form that was refused, to be shown open with what was typed. */
export interface Refused { readonly form: FormName; readonly typed: object; readonly problems: readonly Problem[] }
export const FORM_FIELDS = {
  extend: ['extendDueOn', 'extendReason'], withdraw: ['withdrawReason', 'withdrawSure'], recipient: ['recipientInsteadOf', 'recipientEmail', 'recipientName'],
  bounce: ['bounceAddress', 'bounceReason'], facts: ['factsReason'], talk: ['talkKind', 'talkText'],
} as const;
export type FormName = keyof typeof FORM_FIELDS;
/** The verbs' names of the fields → the forms' own, which must differ on one page. */
const VERB_FIELDS: Readonly<Record<FormName, Readonly<Record<string, string>>>> = {
  extend: { dueOn: 'extendDueOn', reason: 'extendReason' }, withdraw: { reason: 'withdrawReason' }, recipient: { email: 'recipientEmail', name: 'recipientName' },
  bounce: { address: 'bounceAddress', reason: 'bounceReason' }, facts: { reason: 'factsReason' }, talk: { kind: 'talkKind', text: 'talkText' },
};

export interface ActForm { readonly form: FormView; readonly open: boolean }

/** One form of the page; only the refused one holds what was typed. */
export function actForm(name: FormName, refused: Refused | null, extra: readonly string[] = [], first: object = {}): ActForm {
  const names = [...FORM_FIELDS[name], ...extra];
  if (refused?.form !== name) return { form: formView(names, first), open: false };
  const problems = refused.problems.map(({ field, text: said }) => ({ field: field && (VERB_FIELDS[name][field] ?? field.replace(/^facts\./, 'fact_')), text: said }));
  return { form: formView(names, refused.typed, problems), open: true };
}

export interface ChasingInput {
  readonly request: SecurityRequest;
  readonly recipients: readonly RequestRecipient[];
  readonly reminders: readonly Reminder[];
  readonly bounces: readonly Bounce[];
  readonly today: string;
}

export interface ChasingView {
  readonly recipients: TableView;
  readonly joined: boolean;
  readonly bounces: readonly { readonly id: string; readonly what: TextRef; readonly reason: string; readonly at: Date; readonly insteadOf: string | null }[];
  readonly reminders: TableView;
  /** False once a reminder went out today. */
  readonly mayRemindNow: boolean;
  readonly addresses: readonly { readonly value: string; readonly label: TextRef }[];
}

export function chasingView({ request, recipients, reminders, bounces, today }: ChasingInput): ChasingView {
  const open = bounces.filter((bounce) => bounce.settledAt === null);
  const wrong = new Set(open.map(({ address }) => address));
  return {
    joined: request.supplierOrganizationId !== null,
    recipients: table('portal_requests.recipients', ['portal_requests.column.address', 'common.field.name', 'portal_requests.column.added', 'common.field.status'], recipients.map((one) => [
      words(one.email), words(one.name ?? ''), instant(one.addedAt),
      wrong.has(one.email) ? status({ tone: 'late', key: 'portal_requests.bounced' }) : word('portal_requests.no_complaint')]), request.supplierOrganizationId ? 'portal_requests.members_only' : 'portal_requests.nobody'),
    bounces: open.map(({ id, address, reason, at, source }) => ({
      id, reason, at, what: text(`portal_requests.bounce.${source}`, { address }), insteadOf: recipients.find(({ email }) => email === address)?.id ?? null })),
    reminders: table('portal_requests.reminders_sent', ['portal_requests.column.reminder', 'portal_requests.column.reminded', 'portal_requests.column.by'],
      reminders.map((one) => [phrase(`portal_requests.reminder.${one.kind}`), day(one.remindedOn), words(one.by)]), 'portal_requests.no_reminders'),
    mayRemindNow: !reminders.some(({ remindedOn }) => remindedOn === today),
    addresses: [{ value: '', label: text('portal_requests.add_address') }, ...recipients.map(({ id, email }) => ({ value: id, label: text('portal_requests.instead_of', { address: email }) }))],
  };
}

export const TALK_CHOICES = TALK_KINDS.map((value) => ({ value, label: text(`portal_requests.talk.${value}`) }));

export function talksTable(talks: readonly Talk[], own: string): TableView {
  const columns = ['portal_requests.column.talk', 'portal_requests.column.said', 'portal_requests.column.by', 'portal_requests.column.at'];
  return table('portal_requests.talks', columns, talks.map((talk) => [
    word(`portal_requests.talk.${talk.kind}`), words(talk.text), words(talk.by, talk.writtenBy === own ? null : { ja: '相手方', en: 'the other side' }), instant(talk.at)]), 'portal_requests.no_talks');
}

export function factRows(names: readonly FactName[], { form }: ActForm): readonly { readonly field: FieldView; readonly label: TextRef }[] {
  return names.map((name) => ({ field: form.fields[`fact_${name}`]!, label: text(`catalog.fact.${name}`) }));
}
