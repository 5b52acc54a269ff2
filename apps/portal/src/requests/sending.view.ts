import { suggestedLevel, splitAddresses } from '@pure/request';
import type { FactName } from '@pure/catalog';
import type { SpecificationEdition } from '@libs/specification';
import { day, editionOf, fact, phrase, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FieldView, FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import type { Addressee } from './addressees.js';
import { wayTo } from './choose.view.js';
import { recipientsField } from './sending.rules.js';
import type { SaidAtSending } from './sending.rules.js';

/** Addresses that are shown without being asked for. */
const FEW = 3;
const QUESTIONS = ['secrets', 'stoppage', 'reach'] as const;
const YES_NO = [{ value: 'yes', label: text('portal_requests.yes') }, { value: 'no', label: text('portal_requests.no') }];
interface Both { readonly ja: string; readonly en: string }
type Choices = readonly { readonly value: string; readonly label: TextRef }[];

export interface DetailsView {
  readonly title: Both;
  readonly specification: string;
  readonly sending: string;
  readonly form: FormView;
  readonly count: number;
  /** A few addresses are seen at once; of many only what needs a hand is. */
  readonly opened: boolean;
  readonly addressees: readonly { readonly id: string; readonly name: string; readonly way: TextRef; readonly field: FieldView; readonly hint: TextRef }[];
  readonly facts: readonly { readonly field: FieldView; readonly label: TextRef }[];
  readonly questions: readonly { readonly field: FieldView; readonly label: TextRef }[];
  readonly yesNo: Choices;
  readonly levels: Choices;
}

/** `typed` holds `recipients-0`, … for each addressee, as `typedOf` makes it. */
export function detailsView(edition: SpecificationEdition, addressees: readonly Addressee[], typed: Readonly<Record<string, unknown>>, problems: readonly Problem[] = []): DetailsView {
  const { document } = edition;
  const factFields = document.factNames.map((name) => `fact_${name}`);
  const recipients = addressees.map((_, index) => recipientsField(index));
  const form = formView([...recipients, 'dueOn', 'noteJa', 'noteEn', ...factFields, ...QUESTIONS, 'level', 'levelReason'], typed, problems);
  return {
    title: titleOf(document), specification: edition.id, sending: String(typed.sending ?? ''), form, count: addressees.length,
    opened: addressees.length <= FEW || recipients.some((name) => form.fields[name]!.error) || addressees.some((one) => !one.joined && !one.own && one.contactEmail === null),
    addressees: addressees.map((one, index) => ({
      id: one.id, name: nameOf(one), way: wayTo(one), field: form.fields[recipientsField(index)]!,
      hint: text(one.joined ? 'portal_requests.recipients_joined' : 'portal_requests.recipients_hint') })),
    facts: document.factNames.map((name) => ({ field: form.fields[`fact_${name}`]!, label: factLabel(name) })),
    questions: QUESTIONS.map((name) => ({ field: form.fields[name]!, label: text(`request.level.question.${name}`) })), yesNo: YES_NO,
    levels: [{ value: '', label: text('portal_requests.level_suggested') }, { value: '3', label: text('request.level.3') }, { value: '4', label: text('request.level.4') }],
  };
}

/** Number, edition and title, as people name what they send. */
function titleOf({ number, edition, title }: SpecificationEdition['document']): Both {
  const named = editionOf(number, edition);
  return { ja: `${named.ja}　${title.ja}`, en: `${named.en}: ${title.en}` };
}

export const nameOf = ({ name, place }: Addressee): string => `${name} ${place}`;
export const factLabel = (name: FactName): TextRef => text(`catalog.fact.${name}`);

/** What stands in the fields at first: the ledger's contact for a factory that nobody has joined for. */
export function firstTyped(addressees: readonly Addressee[], sending: string): Record<string, unknown> {
  const recipients = addressees.map((one, index) => [recipientsField(index), one.joined ? '' : one.contactEmail ?? '']);
  return { ...Object.fromEntries(recipients), sending };
}

export interface CheckView {
  readonly title: Both;
  readonly facts: readonly FactView[];
  readonly premises: TableView;
  readonly addressees: TableView;
  readonly count: number;
  readonly blocked: number;
  /** Everything that was typed, carried on in the forms. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
}

/** What will be sent to whom, before it is sent. */
export function checkView(edition: SpecificationEdition, addressees: readonly Addressee[], form: SaidAtSending, carried: CheckView['carried']): CheckView {
  const { document } = edition;
  const level = form.level.level ?? suggestedLevel({ secrets: form.level.secrets === true, stoppage: form.level.stoppage === true, reach: form.level.reach === true });
  const sendable = addressees.filter((one, index) => reaches(one, form.recipients[index] ?? ''));
  return {
    title: titleOf(document),
    facts: [
      fact('request.due_on', day(form.dueOn)), fact('request.note', words(form.note ?? '–')), fact('request.level.title', word(`request.level.${level}`)),
      ...(form.level.reason ? [fact('request.level.reason', words(form.level.reason))] : []),
    ],
    premises: table('request.facts', ['catalog.facts', 'common.field.status'], document.factNames.map((name) => [
      phrase(`catalog.fact.${name}`), word(`catalog.fact_state.${String(form.facts[name])}`)]), 'portal_requests.no_facts'),
    addressees: table('portal_requests.addressees', ['portal_requests.column.addressee', 'portal_requests.column.addresses', 'portal_requests.column.gets'],
      addressees.map((one, index) => [words(one.name, one.place), words(splitAddresses(form.recipients[index] ?? '').join('、')), gets(one, form.recipients[index] ?? '')]), 'portal_requests.nobody'),
    count: sendable.length, blocked: addressees.length - sendable.length, carried,
  };
}

const reaches = (one: Addressee, recipients: string): boolean => one.joined || one.contactEmail !== null || splitAddresses(recipients).length > 0;

function gets(one: Addressee, recipients: string): Cell {
  if (one.own) return phrase('portal_requests.gets.own');
  if (one.joined) return phrase('portal_requests.gets.joined');
  return phrase(reaches(one, recipients) ? 'portal_requests.gets.invitation' : 'portal_requests.gets.nothing');
}
