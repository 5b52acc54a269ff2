import type { Questionnaire } from '@libs/response';
import type { ImportPreview } from '@platform/workbook';
import { columnName, willBeWritten } from '@platform-pure/workbook';
import { isItem, isStray, isWarning, showAnswer } from '@pure/response';
import type { ItemContent, ItemField, PlannedItem, PlannedStray, PlannedWarning, Question } from '@pure/response';
import { fact, instant, link, phrase, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { messageKeyOf } from '@platform-pure/errors';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { choiceField } from './choices.rules.js';

interface ConflictView {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly fields: readonly { readonly label: TextRef; readonly here: Cell; readonly file: Cell }[];
}

export interface PreviewView {
  readonly number: string;
  readonly home: string;
  readonly action: string;
  readonly again: string;
  readonly committed: boolean;
  readonly facts: readonly FactView[];
  readonly conflicts: readonly ConflictView[];
  readonly changes: TableView;
  readonly kept: TableView;
  readonly strays: TableView;
  readonly refused: TableView;
  readonly warnings: readonly TextRef[];
  readonly counts: { readonly saved: number; readonly open: number; readonly kept: number; readonly strays: number; readonly unchanged: number };
  readonly saves: boolean;
  readonly form: FormView;
}

type Row = ImportPreview['rows'][number];
type Item = Row & { readonly content: PlannedItem; readonly target: { readonly id: string } };
type Known = ReadonlyMap<string, Question>;
const CHANGES = ['workbook.column.code', 'catalog.requirement', 'portal_workbooks.field', 'portal_workbooks.before', 'portal_workbooks.after'];
const STRAYS = ['portal_workbooks.sheet', 'portal_workbooks.cell', 'portal_workbooks.text', 'portal_workbooks.why'];

/** What a workbook that came back will change, what it will not, and why; after the saving the same page says what was saved. */
export function previewView(preview: ImportPreview, { request, journey }: Questionnaire, problems: readonly Problem[] = []): PreviewView {
  const known: Known = new Map(journey.sections.flatMap((section) => section.questions.map((question) => [question.requirement.key, question])));
  const items = preview.rows.filter(isItem).filter((row) => known.has(row.target.id));
  const [saved, open, kept] = [items.filter(willBeWritten), items.filter(({ outcome }) => outcome === 'conflict'), items.filter(({ content }) => content.kept.length > 0)];
  const strays = preview.rows.filter(isStray).map(({ content }) => (content as PlannedStray).stray);
  const [home, committed] = [`/questionnaires/${request.id}`, preview.committedAt !== null];
  return {
    number: request.number, home, action: `${home}/workbook/import/${preview.id}`, again: `${home}/workbook/import`, committed, facts: factsOf(preview, request.number, home),
    conflicts: committed ? [] : open.map((row, index) => conflictView(row, index, known)),
    changes: table('portal_workbooks.changes', CHANGES, saved.flatMap((row) => changedRows(row, known)), 'portal_workbooks.no_changes', 2000),
    kept: table('portal_workbooks.kept', ['workbook.column.code', 'catalog.requirement', 'portal_workbooks.field', 'portal_workbooks.here'], kept.flatMap((row) => keptRows(row, known)), 'portal_workbooks.no_changes', 2000),
    strays: table('portal_workbooks.strays', STRAYS, strays.map((stray) => [words(stray.sheet), words(stray.cell), words(stray.text), phrase(`workbook.stray.${stray.why}`, stray.params)]), 'portal_workbooks.no_strays', 2000),
    refused: table('portal_workbooks.refused', ['workbook.column.code', 'catalog.requirement', 'portal_workbooks.why'], refusedRows(items, known), 'portal_workbooks.no_strays'),
    warnings: preview.rows.filter(isWarning).map(({ content }) => warningText(content as PlannedWarning)),
    counts: { saved: saved.length, open: open.length, kept: kept.length, strays: strays.length, unchanged: items.length - saved.length - open.length },
    saves: !committed && saved.length + open.length > 0, form: formView([], {}, problems),
  };
}

function factsOf({ fileName, createdBy, createdAt, committedAt, committedBy }: ImportPreview, number: string, home: string): FactView[] {
  const done = committedAt === null ? [] : [fact('portal_workbooks.saved_by', words(committedBy)), fact('portal_workbooks.saved_at', instant(committedAt))];
  return [fact('common.noun.request', link(number, home)), fact('evidence.field.file_name', words(fileName)), fact('portal_workbooks.read_by', words(createdBy)), fact('portal_workbooks.read_at', instant(createdAt)), ...done];
}

const FIELD_LABEL: Readonly<Record<ItemField, string>> = { answer: 'workbook.column.answer', comment: 'workbook.column.comment', note: 'workbook.column.note', compensatingMeasure: 'workbook.column.compensation' };

function changedRows({ content, target }: Item, known: Known): Cell[][] {
  const question = known.get(target.id)!;
  const fields = (Object.keys(FIELD_LABEL) as ItemField[]).filter((field) => JSON.stringify(content.before[field]) !== JSON.stringify(content.after[field]));
  return fields.map((field) => [...nameOf(question), word(FIELD_LABEL[field]), shown(question, content.before, field), shown(question, content.after, field)]);
}

function keptRows({ content, target }: Item, known: Known): Cell[][] {
  const question = known.get(target.id)!;
  return content.kept.map((field) => [...nameOf(question), word(FIELD_LABEL[field]), shown(question, content.before, field)]);
}

function refusedRows(items: readonly Item[], known: Known): Cell[][] {
  return items.filter(({ outcome }) => outcome === 'faulty')
    .flatMap(({ target, problems }) => problems.map(({ code, params }) => [...nameOf(known.get(target.id)!), phrase(messageKeyOf(code), params)]));
}

function conflictView({ content, target }: Item, index: number, known: Known): ConflictView {
  const question = known.get(target.id)!;
  const fields = content.conflicts.map((field) => ({ label: text(FIELD_LABEL[field]), here: shown(question, content.before, field), file: shown(question, content.filed, field) }));
  return { id: `choice-${columnName(index)}`, name: choiceField(target.id), code: question.requirement.code, title: question.requirement.title, fields };
}

const nameOf = ({ requirement }: Question): Cell[] => [words(requirement.code), words(requirement.title)];

function shown({ scale }: Question, content: ItemContent, field: ItemField): Cell {
  if (field === 'answer') return words(showAnswer(scale, content.answer));
  return content[field] === null ? phrase('portal_workbooks.blank') : words(content[field]);
}

function warningText({ warning: { code, params } }: PlannedWarning): TextRef {
  return text(`workbook.warning.${code}`, params.field === undefined ? params : { column: text(`workbook.column.${params.field}`) });
}
