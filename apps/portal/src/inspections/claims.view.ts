import type { AnswerScale, Bilingual } from '@pure/catalog';
import { showAnswer } from '@pure/response';
import type { StatementAnswer } from '@pure/response';

/** What the supplier said that has to do with one checklist item. */
export interface ClaimView {
  readonly code: string;
  readonly title: Bilingual;
  readonly answer: Bilingual;
  readonly comment: string | null;
  readonly compensation: string | null;
  readonly files: readonly { readonly id: string; readonly fileName: string; readonly open: boolean }[];
}

const THE_32_ITEMS = 'meti-factory-checklist';

/** Questions of the 32 items that a checklist item names as its source: 「002 2-10/2-11; 003 §3.1.4」 → 2-10, 2-11. */
export function questionsOf(source: string): string[] {
  return source.split(';').map((part) => part.trim()).filter((part) => part.startsWith('002 ')).flatMap((part) => part.slice(4).match(/\d+-\d+/g) ?? []);
}

export function claimsFor(source: string, answers: readonly StatementAnswer[], scales: Readonly<Record<string, AnswerScale>>, readable: ReadonlySet<string>): ClaimView[] {
  const keys = new Set(questionsOf(source).map((code) => `${THE_32_ITEMS}:${code}`));
  return answers.filter(({ key, applies }) => applies && keys.has(key)).map(({ key, code, title, answer, comment, compensatingMeasure, evidence }) => {
    const scale = scales[key.slice(0, key.indexOf(':'))];
    const said = scale ? showAnswer(scale, answer) : { ja: '–', en: '–' };
    return { code, title, answer: said, comment, compensation: compensatingMeasure, files: evidence.map(({ id, fileName }) => ({ id, fileName, open: readable.has(id) })) };
  });
}
