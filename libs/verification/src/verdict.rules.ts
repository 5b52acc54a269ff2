import type { Check, CheckCode, DocumentStatus, Verdict } from './report.document.js';

/** A failure here means that bytes were changed after sealing, whoever sealed them. */
const INTEGRITY: ReadonlySet<CheckCode> = new Set([
  'pdf_one_signature', 'pdf_whole_file', 'pdf_signature', 'pdf_reader_agrees', 'pdf_statement_attached',
  'envelope_form', 'digest', 'seal', 'seal_same_signer', 'acts_digest',
]);

/** Not every statement names its issuer in a form that this verifier reads. */
const MAY_BE_UNKNOWN: ReadonlySet<CheckCode> = new Set(['issuer_named']);

/**
 * Altered before everything else, then what cannot be vouched for, then what the register says. Genuine is what remains
 * (design.md §6, Verifier). Offline, genuine speaks of the file alone; the report's status says `unknown` beside it.
 */
export function verdictOf(checks: readonly Check[], status: DocumentStatus | 'unknown'): Verdict {
  if (checks.some(({ code, state }) => INTEGRITY.has(code) && state === 'fail')) return 'altered';
  const vouched = checks.every(({ code, state }) =>
    code === 'status' || state === 'pass' || (state === 'unknown' && MAY_BE_UNKNOWN.has(code)));
  // A register that was asked and does not know the document is not the same as nobody asked.
  const unregistered = status === 'unknown' && checks.some(({ code, state }) => code === 'status' && state === 'fail');
  if (!vouched || unregistered) return 'unknown';
  return status === 'issued' || status === 'unknown' ? 'genuine' : status;
}
