import { CryptoKeySigner, PDF } from '@libpdf/core';
import type { SealSigner } from './seal-signer.js';

export interface PdfAttachment { readonly name: string; readonly mime: string; readonly bytes: Uint8Array; readonly description: string }

export interface SealPdfOptions {
  readonly attachments: readonly PdfAttachment[];
  readonly signer: SealSigner;
  readonly reason: string;
  readonly location: string;
  readonly signedAt: Date;
  /** Shown by viewers instead of the file name. */
  readonly title?: string;
  /** BCP 47, e.g. `ja`. */
  readonly language?: string;
}

/** Bytes kept for the CMS. Two P-256 certificates and the attributes take about 1.5 KB; a long Japanese name some hundred more. */
const SIGNATURE_BYTES = 4096;

/**
 * Attaches files to a finished PDF and seals it: PAdES B-B, `ETSI.CAdES.detached`, ECDSA P-256. The attachments are one
 * incremental update, the signature is the last one, so the original bytes survive and the signature covers all of them.
 * @throws Error when the bytes are no PDF or already carry a signature: a second one would not cover the file alone.
 */
export async function sealPdf(pdfBytes: Uint8Array, options: SealPdfOptions): Promise<Uint8Array> {
  const pdf = await PDF.load(await withAttachments(pdfBytes, options));
  const { signer } = options;
  const { bytes, warnings } = await pdf.sign({
    signer: new CryptoKeySigner(signer.privateKey, signer.certificateDer, 'EC', 'ECDSA', [...signer.issuersDer]),
    level: 'B-B',
    reason: plainText(options.reason),
    location: plainText(options.location),
    signingTime: options.signedAt,
    fieldName: 'Seal',
    estimatedSize: SIGNATURE_BYTES,
  });
  if (warnings.length > 0) throw new Error(`Sealing a PDF: ${warnings.map((warning) => warning.message).join('; ')}`);
  return bytes;
}

async function withAttachments(pdfBytes: Uint8Array, options: SealPdfOptions): Promise<Uint8Array> {
  const pdf = await PDF.load(pdfBytes);
  if (pdf.getForm()?.getSignatureFields().some((field) => field.isSigned())) throw new Error('The PDF is signed already.');
  for (const { name, mime, bytes, description } of options.attachments) {
    pdf.addAttachment(name, bytes, { mimeType: mime, description, createdAt: options.signedAt, modifiedAt: options.signedAt });
  }
  if (options.title) pdf.setTitle(options.title, { showInWindowTitleBar: true });
  if (options.language) pdf.setLanguage(options.language);
  return pdf.save({ incremental: true });
}

/** @libpdf/core 0.4.2 escapes ( ) \ twice, and viewers would show the backslashes: full-width forms read the same. */
function plainText(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）').replaceAll('\\', '＼');
}
