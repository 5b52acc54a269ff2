export type FileKind = 'pdf' | 'envelope' | 'other';

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const PDF = ascii('%PDF-');
const ENVELOPE = ascii('kenshu.sealed/');
/** Readers accept a PDF whose header stands within the first 1024 bytes (ISO 32000-1, annex H.3, note 13). */
const PDF_HEADER_WITHIN = 1024;

/** By what is in the file, not by its name: a photo or a spreadsheet gets a clear answer instead of a report about signatures it cannot have. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes[0] === 0x7b) return holds(bytes, ENVELOPE) ? 'envelope' : 'other';
  return holds(bytes.subarray(0, PDF_HEADER_WITHIN), PDF) ? 'pdf' : 'other';
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
