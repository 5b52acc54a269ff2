import { coversWholeFile, derOf, scanSignatures, SEALED_ATTACHMENT, showsSignatureTraces, signedBytes } from '@platform-pure/signing';
import type { CmsVerdict, PdfView, RawSignature, SignerInfo, VerificationTools } from '@platform-pure/signing';
import { sameBytes } from './bytes.rules.js';
import { CheckSheet } from './checks.rules.js';
import { checkEnvelope, checkIssuer, checkIssuerNamed, checkStatus, readEnvelope } from './envelope.rules.js';
import type { Surroundings } from './envelope.rules.js';
import { CHECKS } from './report.document.js';
import type { VerificationOptions, VerificationReport } from './report.document.js';
import { verdictOf } from './verdict.rules.js';

type Report = Omit<VerificationReport, 'kind' | 'verdict' | 'checks'>;
const NOTHING: Report = { status: 'unknown', envelope: null, signer: null, signedAt: null };

/**
 * Recomputes everything from the bytes of a PDF. The signature is judged on the raw bytes first; a parser opens the file
 * only when every byte of it is signed and, if anchors are given, signed below one of them: a stranger's PDF could be a bomb.
 */
export async function verifyPdf(bytes: Uint8Array, tools: VerificationTools, options: VerificationOptions): Promise<VerificationReport> {
  const sheet = new CheckSheet(CHECKS.filter((code) => code !== 'separation_of_duty'));
  const report = await examine(bytes, { sheet, tools, options });
  const checks = sheet.list();
  return { kind: 'pdf', ...report, verdict: verdictOf(checks, report.status), checks };
}

async function examine(bytes: Uint8Array, around: Surroundings): Promise<Report> {
  const signature = theSignature(bytes, around);
  if (!signature) return NOTHING;
  const cms = await checkCms(bytes, signature, around);
  if (!cms?.signerCertificateDer || !cms.signingTime) return NOTHING;
  const signer = await checkIssuer(cms.signerCertificateDer, [cms.signingTime], around);
  const read: Report = { ...NOTHING, signer, signedAt: cms.signingTime };
  if (around.sheet.state('issuer') === 'fail') return read;
  const attached = await attachedStatement(bytes, signature, around);
  return attached ? examineStatement(attached, cms.signerCertificateDer, read, around) : read;
}

async function examineStatement(attached: Uint8Array, leaf: Uint8Array, read: Report, around: Surroundings): Promise<Report> {
  const envelope = readEnvelope(attached, around);
  if (!envelope) return read;
  await checkEnvelope(envelope, around, leaf);
  const times = [read.signedAt, new Date(envelope.sealedAt)].filter((time) => time !== null);
  const signer: SignerInfo | null = await checkIssuer(leaf, times, around);
  checkIssuerNamed(envelope, signer, around);
  const intact = verdictOf(around.sheet.list(), 'unknown') === 'genuine';
  return { ...read, signer, envelope, status: intact ? await checkStatus(envelope, around) : 'unknown' };
}

function theSignature(bytes: Uint8Array, { sheet }: Surroundings): RawSignature | null {
  const [signature, ...others] = scanSignatures(bytes);
  if (!signature) {
    sheet.mark('pdf_one_signature', showsSignatureTraces(bytes) ? 'fail' : 'unknown', 'none');
    return null;
  }
  if (!sheet.mark('pdf_one_signature', others.length === 0, `${others.length + 1}`)) return null;
  return sheet.mark('pdf_whole_file', coversWholeFile(bytes, signature)) ? signature : null;
}

async function checkCms(bytes: Uint8Array, signature: RawSignature, { sheet, tools }: Surroundings): Promise<CmsVerdict | null> {
  const der = signature.contents && derOf(signature.contents);
  if (!der) {
    sheet.mark('pdf_signature', false, 'contents');
    return null;
  }
  const cms = await tools.verifyCms(der, signedBytes(bytes, signature.byteRange));
  const complete = cms.signerCertificateDer !== null && cms.signingTime !== null;
  return sheet.mark('pdf_signature', cms.valid && complete, cms.reason ?? 'no_signing_time') ? cms : null;
}

/** A parser must see the very signature that the raw bytes show, and exactly one statement. */
async function attachedStatement(bytes: Uint8Array, signature: RawSignature, { sheet, tools }: Surroundings): Promise<Uint8Array | null> {
  let view: PdfView;
  try {
    view = await tools.readPdf(bytes);
  } catch (error) {
    sheet.mark('pdf_reader_agrees', false, (error as Error).message);
    return null;
  }
  const [seen, ...others] = view.signatures;
  const agrees = seen !== undefined && others.length === 0 && sameBytes(seen.contents, signature.contents)
    && seen.byteRange.length === 4 && signature.byteRange.every((value, i) => value === seen.byteRange[i]);
  if (!sheet.mark('pdf_reader_agrees', agrees)) return null;
  const statements = view.attachments.filter(({ name }) => name === SEALED_ATTACHMENT);
  // Every byte is signed, so a statement that is missing was never there: a signed PDF of someone else, not an altered one.
  const found = statements.length === 1 ? 'pass' : statements.length === 0 ? 'unknown' : 'fail';
  return sheet.mark('pdf_statement_attached', found, `${statements.length}`) ? statements[0]!.bytes : null;
}
