import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Messages } from '@platform/i18n';
import { Templates } from '@platform/rendering';

const root = resolve(__dirname, '../..');

describe('every template', () => {
  const messages = new Messages();
  const templates = new Templates(messages);

  it('compiles, and names only partials that exist', () => expect(() => templates.compileAll()).not.toThrow());

  it('escapes what it prints: a triple-stash only where the list allows it', () => expect(templates.listTripleStash()).toEqual([]));

  it('asks only for texts that exist in both languages', () => {
    const asked = new Set<string>();
    const folder = join(root, 'templates');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'))) {
      for (const [, key] of readFileSync(join(folder, file), 'utf8').matchAll(/[{(]t ["']([^"']+)["']/g)) asked.add(key);
    }
    expect(asked.size).toBeGreaterThan(50);
    for (const language of ['ja', 'en'] as const) expect([...asked].filter((key) => !messages.has(language, key))).toEqual([]);
  });
});

describe('every error code', () => {
  it('thrown by our code has a text in both languages', () => {
    const messages = new Messages();
    const missing: string[] = [];
    for (const folder of ['libs', 'apps']) {
      for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
        const source = readFileSync(join(root, folder, file), 'utf8');
        for (const [, code] of source.matchAll(/\b(?:invalid|forbidden|conflict)\('([a-z_]+\.[a-z_]+)'/g)) {
          const dot = code.indexOf('.');
          const key = `${code.slice(0, dot)}.errors.${code.slice(dot + 1)}`;
          for (const language of ['ja', 'en'] as const) if (!messages.has(language, key)) missing.push(`${language} ${key}`);
        }
      }
    }
    expect([...new Set(missing)]).toEqual([]);
  });
});
