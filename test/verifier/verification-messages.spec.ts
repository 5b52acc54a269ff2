import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, STATUSES, VERDICTS } from '@pure/verification';

const messages = (language: string) => JSON.parse(
  readFileSync(join(__dirname, `../../templates/messages/${language}/verification.json`), 'utf8')) as Record<string, string>;

const KEYS = [
  ...VERDICTS.flatMap((verdict) => [`verdicts.${verdict}.title`, `verdicts.${verdict}.text`]),
  ...[...STATUSES, 'unknown'].map((status) => `status.${status}`),
  ...CHECKS.flatMap((code) => ['title', 'pass', 'fail', 'unknown'].map((part) => `checks.${code}.${part}`)),
  ...['pass', 'fail', 'unknown'].map((state) => `states.${state}`),
];

describe.each(['ja', 'en'])('the texts of a verification in %s', (language) => {
  it('say every verdict, status and check, and nothing that does not exist', () => {
    const texts = messages(language);
    expect(Object.keys(texts).sort()).toEqual([...KEYS].sort());
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
