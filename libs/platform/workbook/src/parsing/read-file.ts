import { readFileSync, statSync } from 'node:fs';
import { LIMITS } from './limits.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { Refusal } from './refusal.js';
import type { Answer } from './refusal.js';

/** Runs in a process of its own. What the file is, its first bytes say; its name is not asked. Never throws. */
export async function readFile(path: string): Promise<Answer> {
  try {
    const { size } = statSync(path);
    if (size > LIMITS.fileBytes) return { refused: 'too_large' };
    const file = readFileSync(path);
    return { sheets: await sheetsOf(file) };
  } catch (error) {
    return { refused: error instanceof Refusal ? error.code : 'unreadable' };
  }
}

async function sheetsOf(file: Buffer) {
  if (file.length === 0) throw new Refusal('empty');
  if (file.readUIntBE(0, Math.min(4, file.length)) === 0x504b0304) return readXlsx(file);
  if (file.length >= 8 && file.readUInt32BE(0) === 0xd0cf11e0) throw new Refusal(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old_kind');
  return readCsv(file);
}
