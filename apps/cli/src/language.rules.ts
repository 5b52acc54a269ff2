import type { Language } from '@platform-pure/tenancy';

/** POSIX order of precedence. Japanese unless the terminal says English: the field works in it. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? '';
  return /^en([_.-]|$)/i.test(locale) ? 'en' : 'ja';
}
