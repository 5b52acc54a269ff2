import { formatDate } from '@platform-pure/i18n';
import type { Language } from '@platform-pure/tenancy';
import type { BookCell, BookSheet } from '@platform-pure/workbook';
import type { SpecificationDocument } from '@pure/specification';
import { optionsOf } from '../answer-kinds/index.js';
import type { Say } from './columns.rules.js';

export interface Asker {
  readonly number: string;
  readonly dueOn: string;
  readonly note: string | null;
  readonly respondent: { readonly makerName: string; readonly factoryName: string };
  /** Where the filled workbook is taken back; null where it goes back by mail to the contact above. */
  readonly returnTo: string | null;
}

const STEPS = ['yellow', 'choose', 'reason', 'compensation', 'evidence', 'keep', 'save', 'return'] as const;

/** The first sheet: who asks, until when, how to fill in, and what each answer means. */
export function instructionsSheet(asker: Asker, document: SpecificationDocument, language: Language, say: Say): BookSheet {
  const title = say('workbook.title', { number: asker.number });
  const rows: (BookCell | null)[][] = [
    [cell(title, 'title')], [], ...facts(asker, document, language, say), [], [cell(say('workbook.how'), 'heading')],
    ...STEPS.map((step, index) => [cell(String(index + 1), 'label'), cell(asker.returnTo === null && step === 'return' ? say('workbook.how_return_mail') : say(`workbook.how_${step}`, { url: asker.returnTo ?? '' }), 'text')]),
    [], [cell(say('workbook.meanings'), 'heading')], ...meanings(document, language, say),
    [], [cell(say('workbook.necessities'), 'heading')], ...necessities(document, say),
  ];
  return { name: say('workbook.sheet.instructions'), visibility: 'shown', columns: [{ width: 26 }, { width: 96 }], rows, protected: true, print: { orientation: 'portrait', header: title } };
}

function facts({ number, dueOn, note, respondent }: Asker, document: SpecificationDocument, language: Language, say: Say): BookCell[][] {
  const { buyer } = document;
  const who = language === 'en' ? buyer.nameEn ?? buyer.name : buyer.name;
  const contact = buyer.contact ? [[say('workbook.contact'), `${buyer.contact.name} <${buyer.contact.email}>`]] : [];
  const pairs = [
    [say('workbook.asked_by'), [who, buyer.department].filter(Boolean).join(' ')], ...contact, [say('workbook.number'), number],
    [say('workbook.specification'), say('workbook.specification_edition', { number: document.number, edition: document.edition, title: document.title[language] })],
    [say('workbook.respondent'), `${respondent.makerName} ${respondent.factoryName}`], [say('workbook.due'), formatDate(dueOn, language)],
    ...(note ? [[say('workbook.note'), note]] : []),
  ];
  return pairs.map(([name, value]) => [cell(name!, 'label'), cell(value!, 'text')]);
}

function meanings(document: SpecificationDocument, language: Language, say: Say): BookCell[][] {
  return document.catalogs.filter(({ key }) => document.requirements.some((item) => item.catalogKey === key) && document.scales[key]).flatMap(({ key, title }) => [
    [cell(say('workbook.scale_of'), 'label'), cell(title[language], 'text')],
    ...optionsOf(document.scales[key]!).map(({ value, label }) => meaning(value, label[language], say)),
  ]);
}

/** A level's words say what it means; the other answers are explained. */
function meaning(value: string, label: string, say: Say): BookCell[] {
  if (/^\d$/.test(value)) return [cell(value, 'label'), cell(label.replace(/^\d\s*/, ''), 'text')];
  return [cell(label, 'label'), cell(say(`workbook.meaning.${value}`), 'text')];
}

function necessities(document: SpecificationDocument, say: Say): BookCell[][] {
  return [...new Set(document.requirements.map(({ necessity }) => necessity))]
    .map((necessity) => [cell(say(`catalog.necessity.${necessity}`), 'label'), cell(say(`catalog.necessity_hint.${necessity}`), 'text')]);
}

const cell = (value: string, look: BookCell['look']): BookCell => ({ value, look });
