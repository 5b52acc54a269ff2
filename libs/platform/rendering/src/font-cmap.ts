const RECORD = 16;

/** Every code point of a font and the glyph it prints. */
export type CharacterMap = ReadonlyMap<number, number>;

/**
 * A TrueType file with its character map replaced by `characters` (OpenType 1.9, `cmap` formats 12 and 14; variation sequences are kept).
 * The old table stays in the file, unreferenced.
 * @throws Error when it is not a single TrueType font with a cmap.
 */
export function withCharacterMap(font: Buffer, characters: CharacterMap): Buffer {
  const entry = findTable(font, 'cmap');
  const table = cmapTable(characters, variationSequences(font.subarray(font.readUInt32BE(entry + 8))));
  const offset = Math.ceil(font.length / 4) * 4;
  const changed = Buffer.alloc(offset + Math.ceil(table.length / 4) * 4);
  font.copy(changed);
  table.copy(changed, offset);
  changed.writeUInt32BE(checksum(changed.subarray(offset)), entry + 4);
  changed.writeUInt32BE(offset, entry + 8);
  changed.writeUInt32BE(table.length, entry + 12);
  const adjustment = changed.readUInt32BE(findTable(changed, 'head') + 8) + 8;
  changed.writeUInt32BE(0, adjustment);
  changed.writeUInt32BE((0xb1b0afba - checksum(changed)) >>> 0, adjustment);
  return changed;
}

function findTable(font: Buffer, tag: string): number {
  if (font.readUInt32BE(0) !== 0x00010000) throw new Error('Not a single TrueType font');
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * RECORD; entry += RECORD) {
    if (font.toString('latin1', entry, entry + 4) === tag) return entry;
  }
  throw new Error(`The font has no ${tag} table`);
}

function variationSequences(cmap: Buffer): Buffer | null {
  const count = cmap.readUInt16BE(2);
  for (let record = 4; record < 4 + count * 8; record += 8) {
    const start = cmap.readUInt32BE(record + 4);
    if (cmap.readUInt16BE(start) === 14) return cmap.subarray(start, start + cmap.readUInt32BE(start + 2));
  }
  return null;
}

function cmapTable(characters: CharacterMap, variations: Buffer | null): Buffer {
  const records = variations === null ? [{ platform: 3, encoding: 10 }] : [{ platform: 0, encoding: 5 }, { platform: 3, encoding: 10 }];
  const bodies = [...(variations === null ? [] : [variations]), segments(characters)];
  const header = Buffer.alloc(4 + records.length * 8);
  header.writeUInt16BE(records.length, 2);
  let offset = header.length;
  records.forEach(({ platform, encoding }, index) => {
    header.writeUInt16BE(platform, 4 + index * 8);
    header.writeUInt16BE(encoding, 6 + index * 8);
    header.writeUInt32BE(offset, 8 + index * 8);
    offset += (bodies[index] as Buffer).length;
  });
  return Buffer.concat([header, ...bodies]);
}

/** Format 12: runs in which code point and glyph both count up by one. */
function segments(characters: CharacterMap): Buffer {
  const groups: { start: number; end: number; glyph: number }[] = [];
  for (const [code, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && code === last.end + 1 && glyph === last.glyph + (code - last.start)) last.end = code;
    else groups.push({ start: code, end: code, glyph });
  }
  const body = Buffer.alloc(16 + groups.length * 12);
  body.writeUInt16BE(12, 0);
  body.writeUInt32BE(body.length, 4);
  body.writeUInt32BE(groups.length, 12);
  groups.forEach(({ start, end, glyph }, index) => [start, end, glyph].forEach((value, part) => body.writeUInt32BE(value, 16 + index * 12 + part * 4)));
  return body;
}

function checksum(words: Buffer): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}
