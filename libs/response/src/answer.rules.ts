import { invalid } from '@platform-pure/errors';
import type { AnswerValue } from './answer-kinds/index.js';

export type AnswerOrigin = 'new' | 'carried' | 'confirmed';

export interface EvidenceReference {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly byteSize: number;
  readonly sha256: string;
}

/** What was typed for one question. It stays while its condition is false, so that nothing is lost when the fact comes back. */
export interface DraftContent {
  readonly answer: AnswerValue | null;
  readonly comment: string | null;
  readonly compensatingMeasure: string | null;
}

export interface DraftAnswer extends DraftContent {
  readonly key: string;
  /** Counts the saves; a save names the one it was made on. */
  readonly version: number;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly evidence: readonly EvidenceReference[];
}

/** Characters in one field: a page of text; more belongs into an evidence file. */
export const MAX_TEXT = 4000;

/** Blank is null; line ends are one character. @throws invalid `response.text_too_long`, `response.text_malformed` */
export function cleanText(text: string | null | undefined): string | null {
  const clean = (text ?? '').replace(/\r\n?/g, '\n').trim();
  if (clean.length > MAX_TEXT) throw invalid('response.text_too_long', { max: MAX_TEXT });
  // a zero character cannot be stored, a lone surrogate cannot be hashed (RFC 8785)
  if (clean.includes('\u0000') || !clean.isWellFormed()) throw invalid('response.text_malformed');
  return clean === '' ? null : clean;
}

export function cleanContent(content: { readonly answer: AnswerValue | null; readonly comment?: string | null; readonly compensatingMeasure?: string | null }): DraftContent {
  const { answer } = content;
  return {
    answer: answer?.kind === 'not_applicable' ? { kind: 'not_applicable', reason: cleanText(answer.reason) ?? '' } : answer,
    comment: cleanText(content.comment),
    compensatingMeasure: cleanText(content.compensatingMeasure),
  };
}

export function sameContent(a: DraftContent, b: DraftContent): boolean {
  return sameAnswer(a.answer, b.answer) && a.comment === b.comment && a.compensatingMeasure === b.compensatingMeasure;
}

function sameAnswer(a: AnswerValue | null, b: AnswerValue | null): boolean {
  if (a === null || b === null) return a === b;
  const detail = (answer: AnswerValue): unknown =>
    answer.kind === 'not_applicable' ? answer.reason : answer.kind === 'unknown' ? null : answer.value;
  return a.kind === b.kind && detail(a) === detail(b);
}
