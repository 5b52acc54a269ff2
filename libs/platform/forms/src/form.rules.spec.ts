import type { DomainError } from '@platform-pure/errors';
import { FormReader } from './form.rules.js';

const fieldsOf = (fill: (form: FormReader) => void): string[] => {
  const form = new FormReader();
  fill(form);
  try { form.finish('supplier.site_invalid'); return []; } catch (error) {
    return (error as DomainError).fields.map((problem) => `${problem.field}:${problem.code}`);
  }
};

describe('a form', () => {
  it('keeps the characters of a name and only trims it', () => {
    expect(new FormReader().text('name', '  髙﨑𠮷田㈱ ', 20)).toBe('髙﨑𠮷田㈱');
  });

  it('names every field that is wrong at once', () => {
    expect(fieldsOf((form) => {
      form.text('name', ' ', 5);
      form.text('code', '123456', 5);
      form.email('mail', 'nobody');
      form.date('on', '2026-02-30');
      form.oneOf('kind', 'x' as 'a', ['a']);
      form.optionalText('note', 'a\u0000b', 9);
    })).toEqual(['name:common.required', 'code:common.too_long', 'mail:common.not_email', 'on:common.not_date', 'kind:common.choose_one', 'note:common.malformed']);
  });

  it('lets a line break stand and refuses half a character', () => {
    expect(fieldsOf((form) => void form.optionalText('note', '一行目\n二行目', 20))).toEqual([]);
    expect(fieldsOf((form) => void form.optionalText('note', '\ud842', 20))).toEqual(['note:common.malformed']);
  });

  it('is silent when nothing is wrong', () => {
    expect(fieldsOf((form) => { form.text('name', '山手製作所', 20); form.email('mail', null); })).toEqual([]);
  });
});
