import type { VerificationTools } from '@platform-pure/signing';
import { CheckSheet } from './checks.rules.js';
import { checkEnvelope, checkIssuer, checkIssuerNamed, checkStatus, leafOf, readEnvelope } from './envelope.rules.js';
import type { Surroundings } from './envelope.rules.js';
import type { VerificationOptions, VerificationReport } from './report.document.js';
import { verdictOf } from './verdict.rules.js';
import { verifyPdf } from './verify-pdf.rules.js';

/** Recomputes everything from a sealed envelope in a file of its own (*.json), given as its bytes or its text. */
export async function verifyEnvelope(
  json: Uint8Array | string, tools: VerificationTools, options: VerificationOptions,
): Promise<VerificationReport> {
  const sheet = new CheckSheet(['envelope_form', 'digest', 'seal', 'issuer', 'issuer_time', 'issuer_named', 'statement_form', 'acts_digest', 'status']);
  const report = await examine(typeof json === 'string' ? new TextEncoder().encode(json) : json, { sheet, tools, options });
  const checks = sheet.list();
  return { kind: 'envelope', ...report, signedAt: null, verdict: verdictOf(checks, report.status), checks };
}

async function examine(bytes: Uint8Array, around: Surroundings): Promise<Pick<VerificationReport, 'status' | 'envelope' | 'signer'>> {
  const envelope = readEnvelope(bytes, around);
  if (!envelope) return { status: 'unknown', envelope, signer: null };
  await checkEnvelope(envelope, around);
  const leaf = leafOf(envelope);
  const signer = leaf ? await checkIssuer(leaf, [new Date(envelope.sealedAt)], around) : null;
  checkIssuerNamed(envelope, signer, around);
  const intact = verdictOf(around.sheet.list(), 'unknown') === 'genuine';
  return { status: intact ? await checkStatus(envelope, around) : 'unknown', envelope, signer };
}

/** A PDF, or else an envelope, told apart by the first bytes. */
export async function verifyDocument(bytes: Uint8Array, tools: VerificationTools, options: VerificationOptions): Promise<VerificationReport> {
  const head = String.fromCharCode(...bytes.subarray(0, 1));
  return head === '{' ? verifyEnvelope(bytes, tools, options) : verifyPdf(bytes, tools, options);
}
