import { PDF, PdfArray, PdfNumber, PdfString } from '@libpdf/core';
import type { PdfView } from '../tools.document.js';

/** A parser's view of a PDF: attachments and filled signature fields. @throws Error when it cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<PdfView> {
  const pdf = await PDF.load(bytes);
  const attachments = [...pdf.getAttachments().keys()].map((name) => ({ name, bytes: pdf.getAttachment(name) ?? new Uint8Array() }));
  const signatures = [];
  for (const field of pdf.getForm()?.getSignatureFields() ?? []) {
    const dictionary = field.isSigned() ? field.getSignatureDict() : null;
    if (!dictionary) continue;
    signatures.push({ byteRange: numbers(dictionary.get('ByteRange')), contents: octets(dictionary.get('Contents')) });
  }
  return { attachments, signatures };
}

function numbers(value: unknown): number[] {
  if (!(value instanceof PdfArray)) return [];
  return [...value].map((item) => (item instanceof PdfNumber ? item.value : Number.NaN));
}

function octets(value: unknown): Uint8Array {
  return value instanceof PdfString ? value.bytes : new Uint8Array();
}
