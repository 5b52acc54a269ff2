import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { withCharacterMap, type CharacterMap } from './font-cmap.js';
import { findTwins, plainText, withoutTwins, type Twins } from './font-twins.js';
import { installDirectory } from './install-directory.js';

const FILES = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf'];
/** Counted up when what is done to the fonts changes. */
const REVISION = 1;

/**
 * The product's one type family beside the browser, where its account can read it, with the character map that makes printed text
 * extract as it was written (see font-twins).
 * @param base an existing directory that the browser's account can reach
 */
export function installFonts(base: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(fontPackage(), 'package.json'), 'utf8')) as { version: string };
  return installDirectory(join(base, `fonts-${version}-${REVISION}`), async (side) => {
    for (const file of FILES) {
      const characters = charactersOf(file);
      const changed = withCharacterMap(await readFile(join(fontPackage(), file)), withoutTwins(characters, findTwins(characters)));
      await writeFile(join(side, basename(file)), changed);
    }
  });
}

/** A FONTCONFIG_FILE that knows this one directory and nothing of the machine: the same layout everywhere. */
export function fontsConf(fontDirectory: string, cacheDirectory: string): string {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (name) => `<alias binding="same"><family>${name}</family><prefer><family>Noto Sans JP</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${xml(fontDirectory)}</dir><cachedir>${xml(cacheDirectory)}</cachedir>
${families.join('\n')}
</fontconfig>
`;
}

let known: { readonly characters: CharacterMap; readonly twins: Twins } | undefined;

function family(): { readonly characters: CharacterMap; readonly twins: Twins } {
  if (!known) {
    const [regular, bold] = FILES.map(charactersOf) as [CharacterMap, CharacterMap];
    known = { characters: new Map([...regular].filter(([code]) => bold.has(code))), twins: findTwins(regular) };
  }
  return known;
}

/** `html` with every odd character replaced by the plain one that prints the same glyph; to be used on all that is printed. */
export function printable(html: string): string {
  return plainText(html, family().twins);
}

/**
 * The characters of `text` that our font cannot print, each once, in order. Chromium prints an empty box for them and says nothing:
 * ask before printing, then refuse or fall back.
 *
 * Composed first (a Mac writes が as か + ゙); characters that print nothing are fine, and so are variation selectors: without its own
 * variant the font prints the plain form of the same character.
 */
export function missingGlyphs(text: string): string[] {
  const { characters } = family();
  const missing = new Set<string>();
  for (const character of text.normalize('NFC')) {
    if (/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character)) continue;
    if (!characters.has(character.codePointAt(0) as number)) missing.add(character);
  }
  return [...missing];
}

function charactersOf(file: string): CharacterMap {
  const font = fontkit.openSync(join(fontPackage(), file)) as fontkit.Font;
  return new Map(font.characterSet.map((code) => [code, font.glyphForCodePoint(code).id]));
}

function fontPackage(): string {
  return dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
