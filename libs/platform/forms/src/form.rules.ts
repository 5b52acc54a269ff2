import { invalid } from '@platform-pure/errors';
import type { FieldError } from '@platform-pure/errors';
import { isCalendarDate } from './calendar.rules.js';

// Line breaks and tabs may stand in longer texts; every other control character is a paste accident that would break a printed page.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Reads what a person typed and gathers everything that is wrong with it, so that one answer names all fields. */
export class FormReader {
  readonly problems: FieldError[] = [];

  /** Trimmed; names keep their characters (髙, 﨑, 𠮷 are not normalised away). */
  text(field: string, value: string | null | undefined, max: number): string {
    const read = this.optionalText(field, value, max);
    if (read === null) this.problems.push({ field, code: 'common.required' });
    return read ?? '';
  }

  optionalText(field: string, value: string | null | undefined, max: number): string | null {
    const trimmed = value?.trim() ?? '';
    if (trimmed.length > max) this.problems.push({ field, code: 'common.too_long', params: { max } });
    if (CONTROL.test(trimmed) || !trimmed.isWellFormed()) this.problems.push({ field, code: 'common.malformed' });
    return trimmed === '' ? null : trimmed;
  }

  email(field: string, value: string | null | undefined): string | null {
    const read = this.optionalText(field, value, 254);
    if (read !== null && !MAIL.test(read)) this.problems.push({ field, code: 'common.not_email' });
    return read;
  }

  date(field: string, value: string): string {
    if (!isCalendarDate(value)) this.problems.push({ field, code: 'common.not_date' });
    return value;
  }

  oneOf<T extends string>(field: string, value: T, allowed: readonly T[]): T {
    if (!allowed.includes(value)) this.problems.push({ field, code: 'common.choose_one' });
    return value;
  }

  wrong(field: string, code: string, params: Readonly<Record<string, string | number>> = {}): void {
    this.problems.push({ field, code, params });
  }

  /** Throws `code` with every field that is wrong; nothing when all is well. */
  finish(code: string): void {
    if (this.problems.length > 0) throw invalid(code, { count: this.problems.length }, this.problems);
  }
}
