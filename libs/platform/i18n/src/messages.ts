import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@platform-pure/tenancy';
import { LANGUAGES } from './language.rules.js';
import { fill, type MessageParams } from './messages.rules.js';
import { projectRoot } from './project-root.js';

/**
 * Every text a person reads, by language. Read once at start from templates/messages/<language>/<area>.json; the key is the area's
 * file name, a dot, and the key in the file.
 */
export class Messages {
  private readonly texts: ReadonlyMap<Language, ReadonlyMap<string, string>>;

  /** @throws Error for a file that is not a flat object of strings. */
  constructor(directory: string = join(projectRoot(), 'templates', 'messages')) {
    this.texts = new Map(LANGUAGES.map((language) => [language, load(join(directory, language))]));
  }

  /** @throws Error for a key or a value that is missing: a half-translated page must not leave the house unnoticed. */
  t(language: Language, key: string, params?: MessageParams): string {
    const text = this.all(language).get(key);
    if (text === undefined) throw new Error(`No text for "${key}" in ${language}`);
    return fill(text, params);
  }

  has(language: Language, key: string): boolean {
    return this.all(language).has(key);
  }

  all(language: Language): ReadonlyMap<string, string> {
    return this.texts.get(language) ?? new Map();
  }
}

function load(directory: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.json')).sort()) {
    const area = file.slice(0, -'.json'.length);
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(join(directory, file), 'utf8')) as object)) {
      if (typeof text !== 'string') throw new Error(`${file}: "${key}" is not a text (the files are flat)`);
      texts.set(`${area}.${key}`, text);
    }
  }
  return texts;
}
