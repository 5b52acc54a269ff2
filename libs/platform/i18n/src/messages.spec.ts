import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareLanguages } from './messages.rules.js';
import { Messages } from './messages.js';
import { projectRoot } from './project-root.js';

describe('the shipped texts', () => {
  const messages = new Messages();
  it('say the same things in Japanese and English', () => expect(compareLanguages(messages.all('ja'), messages.all('en'))).toEqual([]));
  it('hold the common words', () => {
    expect(messages.t('ja', 'common.yes')).toBe('はい');
    expect(messages.t('en', 'common.items', { count: 3 })).toContain('3');
  });
});

describe('loading', () => {
  const root = mkdtempSync(join(tmpdir(), 'kenshu-messages-'));
  beforeAll(() => ['ja', 'en'].forEach((language) => mkdirSync(join(root, language))));
  afterAll(() => rmSync(root, { recursive: true }));

  it('a missing key is an error that names it', () => {
    writeFileSync(join(root, 'ja', 'a.json'), '{"b.c":"値"}');
    const messages = new Messages(root);
    expect(messages.t('ja', 'a.b.c')).toBe('値');
    expect(messages.has('en', 'a.b.c')).toBe(false);
    expect(() => messages.t('en', 'a.b.c')).toThrow('a.b.c');
  });
  it('a nested file is refused', () => {
    writeFileSync(join(root, 'en', 'a.json'), '{"b":{"c":"x"}}');
    expect(() => new Messages(root)).toThrow('flat');
  });
});

it('the project root is found from below and not from outside', () => {
  expect(projectRoot(join(projectRoot(), 'dist', 'libs'))).toBe(projectRoot());
  expect(() => projectRoot('/')).toThrow('kenshu');
});
