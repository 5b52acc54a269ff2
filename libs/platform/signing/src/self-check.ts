import { coversWholeFile, derOf, scanSignatures, signedBytes } from './byte-range.rules.js';
import { verifyCms } from './node-tools/cms.js';
import { readPdf } from './node-tools/read-pdf.js';
import type { SealPdfOptions } from './seal-pdf.js';

/**
 * Reads back a PDF that was just sealed, before anybody gets it: one signature over the whole file by this very seal,
 * attachments as given. The sealing library does not verify, and a certificate that fails at the customer's desk is worse than a failed job.
 * @throws Error naming what is wrong.
 */
export async function assertSealedPdf(
  bytes: Uint8Array, expected: Pick<SealPdfOptions, 'attachments' | 'signer'>,
): Promise<void> {
  const problem = await sealProblem(bytes, expected);
  if (problem) throw new Error(`The sealed PDF fails its own check: ${problem}.`);
}

async function sealProblem(
  bytes: Uint8Array, { attachments, signer }: Pick<SealPdfOptions, 'attachments' | 'signer'>,
): Promise<string | null> {
  const [signature, ...others] = scanSignatures(bytes);
  if (!signature || others.length > 0) return 'not exactly one signature';
  if (!coversWholeFile(bytes, signature)) return 'bytes outside the signature';
  const der = derOf(signature.contents ?? new Uint8Array());
  if (!der) return 'no signature value';
  const cms = await verifyCms(der, signedBytes(bytes, signature.byteRange));
  if (!cms.valid) return `signature invalid (${cms.reason})`;
  if (!same(cms.signerCertificateDer, signer.certificateDer)) return 'another certificate signed';
  const view = await readPdf(bytes);
  if (view.signatures.length !== 1) return 'a reader sees another number of signatures';
  for (const { name, bytes: wanted } of attachments) {
    if (!same(view.attachments.find((attachment) => attachment.name === name)?.bytes, wanted)) return `attachment ${name} differs`;
  }
  return null;
}

function same(a: Uint8Array | null | undefined, b: Uint8Array): boolean {
  return a !== null && a !== undefined && Buffer.compare(a, b) === 0;
}
