import { Messages } from '@platform/i18n';
import type { MessageParams } from '@platform/i18n';
import { DomainError, messageKeyOf } from '@platform-pure/errors';
import type { Language } from '@platform/tenancy';
import { languageOf } from './language.rules.js';

/** 0: done, or genuine · 1: refused, or not genuine · 2: could not be tried. */
export const DONE = 0;
export const REFUSED = 1;
export const UNUSABLE = 2;
export type ExitStatus = typeof DONE | typeof REFUSED | typeof UNUSABLE;

/** Where a command speaks: answers on standard output, everything else on standard error. */
export interface Terminal {
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly t: (key: string, params?: MessageParams) => string;
  readonly now: () => Date;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export function terminal(env: Terminal['env'] = process.env): Terminal {
  const messages = new Messages();
  const language = languageOf(env);
  const t: Terminal['t'] = (key, params) => messages.t(language, key, params);
  return { language, env, t, now: () => new Date(), out: (line) => process.stdout.write(`${line}\n`), err: (line) => process.stderr.write(`${line}\n`) };
}

/** A domain error in words, one line per field. */
export function inWords(error: DomainError, { t }: Terminal): string[] {
  const fields = error.fields.map(({ field, code, params }) => `${field}: ${t(messageKeyOf(code), params)}`);
  return fields.length > 0 ? fields : [t(error.messageKey, error.params)];
}
