import { VERDICTS } from '@pure/verification';
import { toneOf } from './tone.rules.js';

/** Largest file, in MB of 1,000,000 bytes. A certificate has a few hundred KB. */
export const FILE_MAX_MB = 25;
export const FILE_MAX_BYTES = FILE_MAX_MB * 1_000_000;

export interface StartInput {
  readonly fileProblem?: string;
  readonly numberProblem?: string;
  /** As it was typed. */
  readonly typed?: string;
}

export function startView({ fileProblem = '', numberProblem = '', typed = '' }: StartInput = {}) {
  const problems = [{ href: '#file', text: fileProblem }, { href: '#number', text: numberProblem }].filter(({ text }) => text !== '');
  return { fileProblem, numberProblem, typed, problems, max: FILE_MAX_MB, verdicts: VERDICTS.map((verdict) => ({ verdict, tone: toneOf(verdict) })) };
}
