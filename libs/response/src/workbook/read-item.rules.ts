import type { Language } from '@platform-pure/tenancy';
import { readLine, readText } from '@platform-pure/workbook';
import type { CellValue } from '@platform-pure/workbook';
import { optionsOf } from '../answer-kinds/index.js';
import type { AnswerValue } from '../answer-kinds/index.js';
import { MAX_TEXT } from '../answer.rules.js';
import type { Question } from '../journey.rules.js';
import { answerOfWord } from './answer-words.rules.js';
import type { WorkbookField, WorkbookTexts } from './columns.rules.js';

/** What a file says about one question; a field that could not be read, or has no column, is left out: then it says nothing. */
export interface FiledItem {
  readonly answer?: AnswerValue | null;
  readonly comment?: string | null;
  readonly note?: string | null;
  readonly compensatingMeasure?: string | null;
  /** As typed, for the report. */
  readonly word: string;
}
export interface Fault { readonly field: WorkbookField; readonly why: string; readonly params: Readonly<Record<string, string | number>> }

const FORMULA_ERROR = /^#(REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!)$/;
/** The mark between a comment and its note on evidence takes a few characters too. */
const ROOM = MAX_TEXT - 20;

export function readItem(question: Question, valueOf: (field: WorkbookField) => CellValue, has: (field: WorkbookField) => boolean, texts: WorkbookTexts): { readonly filed: FiledItem; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const text = (field: WorkbookField, max: number): string | null | undefined => {
    if (!has(field)) return undefined;
    const value = readText(valueOf(field));
    const why = FORMULA_ERROR.test(value) ? 'formula_error' : value.length > max ? 'too_long' : null;
    if (why) faults.push({ field, why, params: { max } });
    return why ? undefined : value || null;
  };
  const answer = answerIn(question, valueOf, has, texts, faults);
  const comment = text('comment', ROOM);
  const note = text('note', ROOM - (comment?.length ?? question.draft.comment?.length ?? 0));
  const compensatingMeasure = text('compensation', MAX_TEXT);
  if (compensatingMeasure && !question.acceptsCompensation) faults.push({ field: 'compensation', why: 'no_compensation', params: {} });
  const filed: FiledItem = {
    word: readLine(valueOf('answer')), ...(answer === undefined ? {} : { answer }), ...(comment === undefined ? {} : { comment }), ...(note === undefined ? {} : { note }),
    ...(compensatingMeasure === undefined || !question.acceptsCompensation ? {} : { compensatingMeasure }),
  };
  return { filed, faults };
}

function answerIn({ scale, draft }: Question, valueOf: (field: WorkbookField) => CellValue, has: (field: WorkbookField) => boolean, texts: WorkbookTexts, faults: Fault[]): AnswerValue | null | undefined {
  if (!has('answer')) return undefined;
  const kept = draft.answer?.kind === 'not_applicable' ? draft.answer.reason : '';
  const reason = has('reason') ? readText(valueOf('reason')) : kept;
  const answer = answerOfWord(scale, valueOf('answer'), reason);
  if (answer === undefined) {
    const words = (['ja', 'en'] as const satisfies readonly Language[]).map((language) => optionsOf(scale).map(({ label }) => label[language]).join(texts[language]('common.list_separator')));
    faults.push({ field: 'answer', why: 'wrong_word', params: { ja: words[0]!, en: words[1]! } });
  }
  const homeless = has('reason') && reason !== '' && answer?.kind !== 'not_applicable';
  if (homeless) faults.push({ field: 'reason', why: 'reason_alone', params: {} });
  if (answer?.kind === 'not_applicable' && reason.length > MAX_TEXT) {
    faults.push({ field: 'reason', why: 'too_long', params: { max: MAX_TEXT } });
    return { kind: 'not_applicable', reason: kept };
  }
  return answer;
}
