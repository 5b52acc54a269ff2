import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const ZIP64 = 0xffffffff;
interface Entry { readonly name: string; readonly method: number; readonly packed: number; readonly offset: number }

/**
 * The parts of a ZIP that `wanted` names, unpacked under one budget of bytes. Only lengths that are measured count: an entry that
 * declares less than it holds is found out while inflating, one that declares more is cut by the end of the file. ZIP64 is refused:
 * nothing below 10 MB needs it.
 */
export function unpack(file: Buffer, wanted: (name: string) => boolean): { readonly names: readonly string[]; readonly parts: Map<string, Buffer> } {
  const entries = directory(file);
  const parts = new Map<string, Buffer>();
  let left: number = LIMITS.unpackedBytes;
  for (const entry of entries) {
    if (!wanted(entry.name) || parts.has(entry.name)) continue;
    const part = inflate(file, entry, left);
    left -= part.length;
    if (left < 0) throw new Refusal('too_large');
    parts.set(entry.name, part);
  }
  return { names: entries.map(({ name }) => name), parts };
}

function directory(file: Buffer): readonly Entry[] {
  const end = endRecord(file);
  const count = file.readUInt16LE(end + 10);
  if (count > LIMITS.entries) throw new Refusal('too_large');
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw new Refusal('unreadable');
    const [nameLength, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    const encrypted = (file.readUInt16LE(at + 8) & 1) !== 0;
    if (encrypted) throw new Refusal('encrypted');
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '').replaceAll('\\', '/');
    entries.push({ name, method: file.readUInt16LE(at + 10), packed: file.readUInt32LE(at + 20), offset: file.readUInt32LE(at + 42) });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function endRecord(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw new Refusal('unreadable');
}

function inflate(file: Buffer, entry: Entry, left: number): Buffer {
  const { offset, packed, method } = entry;
  if (packed === ZIP64 || offset === ZIP64 || offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) throw new Refusal('unreadable');
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packed > file.length) throw new Refusal('unreadable');
  const data = file.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw new Refusal('unreadable');
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw new Refusal((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'unreadable');
  }
}

/** An honest container of the parts: what the library is given to read (stored), and what we send out (packed). */
export function repack(parts: ReadonlyMap<string, Buffer>, packed = false): Buffer {
  const [bodies, index]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, part] of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const body = packed ? deflateRawSync(part) : part;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt32LE(crc32(part), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(part.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    bodies.push(signed(LOCAL, common), nameBytes, body);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    index.push(signed(CENTRAL, Buffer.from([20, 0])), common, tail, nameBytes);
    offset += 30 + nameBytes.length + body.length;
  }
  const indexLength = index.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(indexLength, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...index, signed(END, end)]);
}

function signed(signature: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature, 0);
  return Buffer.concat([head, rest]);
}
