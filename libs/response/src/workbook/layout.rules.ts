import type { AnswerScale } from '@pure/catalog';
import type { Language } from '@platform-pure/tenancy';
import type { Book, BookCell, BookChoice, BookSheet } from '@platform-pure/workbook';
import type { SpecificationDocument } from '@pure/specification';
import { optionsOf, valueOf } from '../answer-kinds/index.js';
import type { AnswerValue } from '../answer-kinds/index.js';
import type { Journey, Question } from '../journey.rules.js';
import { COLUMNS, GIVEN, headingOf } from './columns.rules.js';
import type { Say, WorkbookField } from './columns.rules.js';
import { splitRemark } from './evidence-note.rules.js';
import { IDENTITY_SHEET, identitySheet, listColumn } from './identity.rules.js';
import { instructionsSheet } from './instructions.rules.js';
import type { Asker } from './instructions.rules.js';
import { givenTexts } from './item-texts.rules.js';

export interface WorkbookInput {
  readonly requestId: string;
  readonly responseId: string;
  readonly editionSha256: string;
  readonly asker: Asker;
  readonly document: SpecificationDocument;
  readonly journey: Pick<Journey, 'sections'>;
}

/** The questionnaire as a form to be filled in without us, with what was answered so far. One table: people filter by section or by what is blank. */
export function questionnaireBook(input: WorkbookInput, language: Language, say: Say): Book {
  const { asker, document, journey } = input;
  const questions = journey.sections.flatMap((section) => section.questions);
  const scales = [...new Set(questions.map(({ scale }) => scale))];
  const instructions = instructionsSheet(asker, document, language, say);
  const identity = identitySheet({
    requestId: input.requestId, requestNumber: asker.number, responseId: input.responseId, editionSha256: input.editionSha256, language,
    versions: new Map(questions.map(({ requirement, draft }) => [requirement.key, draft.version])), texts: textsOf(instructions),
  }, scales.map((scale) => ({ words: optionsOf(scale).map(({ label }) => label[language]) })));
  return { title: say('workbook.title', { number: asker.number }), creator: 'Kenshu', sheets: [instructions, answersSheet(input, questions, scales, language, say), identity] };
}

const textsOf = ({ rows }: BookSheet): string[] => [...new Set(rows.flat().flatMap((cell) => (cell && typeof cell.value === 'string' ? [cell.value] : [])))];

function answersSheet({ asker }: WorkbookInput, questions: readonly Question[], scales: readonly AnswerScale[], language: Language, say: Say): BookSheet {
  return {
    name: say('workbook.sheet.answers'), visibility: 'shown', columns: COLUMNS.map(({ field, width }) => ({ width, hidden: field === 'key' || field === 'version' })),
    rows: [COLUMNS.map(({ field }): BookCell => ({ value: headingOf(say, field), look: 'head' })), ...questions.map((question) => answersRow(question, language, say))],
    choices: choicesOf(questions, scales, say), table: { freezeColumns: 3 }, protected: true, print: { orientation: 'landscape', header: say('workbook.title', { number: asker.number }) },
  };
}

function answersRow(question: Question, language: Language, say: Say): BookCell[] {
  const { requirement, draft, applies, binding, acceptsCompensation } = question;
  const given = givenTexts(question, language, say);
  const { comment, note } = splitRemark(draft.comment);
  const asked: Partial<Record<WorkbookField, string | null>> = {
    answer: wordOf(question.scale, draft.answer, language), reason: draft.answer?.kind === 'not_applicable' ? draft.answer.reason || null : null,
    comment, compensation: draft.compensatingMeasure, note,
  };
  return COLUMNS.map(({ field }): BookCell => {
    if (field === 'key') return { value: requirement.key, look: 'given' };
    if (field === 'version') return { value: draft.version, look: 'given' };
    if (GIVEN.includes(field)) return { value: given[field] ?? '', look: !applies ? 'off' : field === 'code' || (field === 'necessity' && binding) ? 'strong' : 'given' };
    return { value: asked[field] ?? null, look: applies && (field !== 'compensation' || acceptsCompensation) ? 'input' : 'off' };
  });
}

export function wordOf(scale: AnswerScale, answer: AnswerValue | null, language: Language): string | null {
  return optionsOf(scale).find(({ value }) => value === valueOf(answer))?.label[language] ?? null;
}

/** One drop-down per run of rows with the same scale. */
function choicesOf(questions: readonly Question[], scales: readonly AnswerScale[], say: Say): BookChoice[] {
  const column = COLUMNS.findIndex(({ field }) => field === 'answer');
  const runs: { scale: AnswerScale; from: number; to: number }[] = [];
  for (const [index, { scale }] of questions.entries()) {
    const last = runs.at(-1);
    if (last && last.scale === scale) last.to = index + 1;
    else runs.push({ scale, from: index + 1, to: index + 1 });
  }
  return runs.map(({ scale, from, to }) => ({
    column, from, to, list: { sheet: IDENTITY_SHEET, column: listColumn(scales.indexOf(scale)), from: 0, to: optionsOf(scale).length - 1 },
    refusal: { title: say('workbook.refusal_title'), text: say('workbook.refusal_text') },
  }));
}
