import type { CharacterMap } from './font-cmap.js';

/**
 * Code points that share their glyph with a plainer character. A PDF remembers glyphs; asked for the text, Chromium answers with the
 * lowest code point of each, and 工業 would be found, copied and read aloud as ⼯業 (a Kangxi radical), ・ as a hyphenation point.
 */
const ODD = /[\u02bb\u2003\u2012\u2027\u2035\u2215\u2329\u232a\u2e80-\u2fdf\u31c0-\u31ef]/u;
const ODD_ALL = new RegExp(ODD, 'gu');

export type Twins = ReadonlyMap<string, string>;

/** Each odd character of the font and the plain one that prints the very same glyph. */
export function findTwins(characters: CharacterMap): Twins {
  const plain = new Map<number, number>();
  for (const [code, glyph] of characters) {
    if (!ODD.test(String.fromCodePoint(code))) plain.set(glyph, Math.min(code, plain.get(glyph) ?? Infinity));
  }
  const twins = new Map<string, string>();
  for (const [code, glyph] of characters) {
    const twin = plain.get(glyph);
    if (ODD.test(String.fromCodePoint(code)) && twin !== undefined) twins.set(String.fromCodePoint(code), String.fromCodePoint(twin));
  }
  return twins;
}

/** The font's map without the odd ones, so that the plain one is what the PDF's text says. */
export function withoutTwins(characters: CharacterMap, twins: Twins): CharacterMap {
  return new Map([...characters].filter(([code]) => !twins.has(String.fromCodePoint(code))));
}

/** The same picture in plain characters. */
export function plainText(text: string, twins: Twins): string {
  return text.replace(ODD_ALL, (character) => twins.get(character) ?? character);
}
