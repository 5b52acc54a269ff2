import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { withCharacterMap } from './font-cmap.js';

const file = require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
const original = readFileSync(file);

function sum(font: Buffer): number {
  let total = 0;
  for (let at = 0; at < font.length; at += 4) total = (total + font.readUInt32BE(at)) >>> 0;
  return total;
}

describe('replacing a character map', () => {
  const before = fontkit.create(original) as fontkit.Font;
  const glyph = (code: number): number => before.glyphForCodePoint(code).id;
  const codes = [0x41, 0x42, 0x5de5, 0x20bb7];
  const changed = withCharacterMap(original, new Map(codes.map((code) => [code, glyph(code)])));
  const after = fontkit.create(changed) as fontkit.Font;

  it('the font knows exactly these characters, by the same glyphs', () => {
    expect(after.characterSet).toEqual(codes);
    expect(codes.map((code) => after.glyphForCodePoint(code).id)).toEqual(codes.map(glyph));
    expect(after.hasGlyphForCodePoint(0x2f2f)).toBe(false);
  });
  it('variation sequences stay', () => {
    const shape = (font: fontkit.Font): number[] => font.layout('工').glyphs.map(({ id }) => id);
    expect(shape(after)).toEqual(shape(before));
    expect(changed.subarray(original.length).includes(Buffer.from([0, 14]))).toBe(true);
  });
  it('the file’s checksum is right (OpenType: all words add up to the magic number)', () => expect(sum(changed)).toBe(0xb1b0afba));
  it('what is not a font is refused', () => expect(() => withCharacterMap(Buffer.alloc(64), new Map())).toThrow('TrueType'));
});
