import Handlebars from 'handlebars';
import type { Language } from '@platform-pure/tenancy';
import { formatDate, formatDateTime, formatFileSize, formatNumber, type Messages } from '@platform/i18n';
import { qrSvg } from './qr.js';

type Helpers = Record<string, Handlebars.HelperDelegate>;

export const HELPER_NAMES = ['t', 'date', 'dateTime', 'number', 'fileSize', 'eq', 'includes', 'not', 'and', 'or', 'concat', 'qr'] as const;

/** Language and zone are `@language` and `@zone`: given with the render, reachable inside every block and partial. */
export function templateHelpers(messages: Messages): Helpers & Record<(typeof HELPER_NAMES)[number], Handlebars.HelperDelegate> {
  return {
    t: (key: string, options: Handlebars.HelperOptions) => messages.t(language(options), key, options.hash),
    // What has no date yet prints as nothing; what is not a date throws.
    date: (value: Date | string | null, options: Handlebars.HelperOptions) => (value === null ? '' : formatDate(value, language(options), zone(options))),
    dateTime: (value: Date | string | null, options: Handlebars.HelperOptions) =>
      (value === null ? '' : formatDateTime(value, language(options), zone(options))),
    number: (value: number | null, options: Handlebars.HelperOptions) =>
      (value === null ? '' : formatNumber(value, language(options), options.hash['digits'] as number | undefined)),
    fileSize: (bytes: number, options: Handlebars.HelperOptions) => formatFileSize(bytes, language(options)),
    eq: (a: unknown, b: unknown) => a === b,
    includes: (list: unknown, value: unknown) => Array.isArray(list) && list.includes(value),
    not: (value: unknown) => !isTruthy(value),
    and: (...values: unknown[]) => values.slice(0, -1).every(isTruthy),
    or: (...values: unknown[]) => values.slice(0, -1).some(isTruthy),
    concat: (...values: unknown[]) => values.slice(0, -1).map(String).join(''),
    qr: (text: string, options: Handlebars.HelperOptions) => new Handlebars.SafeString(qrSvg(text, options.hash['label'] as string | undefined)),
  };
}

/** As `{{#if}}` sees it: an empty list is false. */
function isTruthy(value: unknown): boolean {
  return Boolean(value) && !Handlebars.Utils.isEmpty(value);
}

function language(options: Handlebars.HelperOptions): Language {
  return (options.data as { language: Language }).language;
}

function zone(options: Handlebars.HelperOptions): string {
  return (options.data as { zone: string }).zone;
}
