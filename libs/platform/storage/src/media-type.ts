import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { UNKNOWN_MEDIA_TYPE, sniffText } from './media-type.rules.js';

const HEAD_BYTES = 65_536;

/** The type of a stored file by its bytes. file-type knows magic numbers (also inside zip: docx, xlsx), our sniff knows text; text goes first, because file-type calls an SVG plain XML. */
export async function mediaTypeOf(path: string, byteSize: number): Promise<string> {
  const text = sniffText(await headOf(path), byteSize <= HEAD_BYTES);
  // a PDF or an RTF may begin with readable characters only: a text answer is final for markup, otherwise magic numbers win
  if (text === 'text/html' || text === 'image/svg+xml') return text;
  const found = await fileTypeFromFile(path).catch(() => undefined);
  return found?.mime ?? text ?? UNKNOWN_MEDIA_TYPE;
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
