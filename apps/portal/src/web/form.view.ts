import type { Problem } from './problems.js';
import type { TextRef } from './text.rules.js';

export interface FieldView {
  readonly id: string;
  readonly value: string;
  /** Of a field that may be given several times (boxes to tick); of any other one its value alone, or nothing. */
  readonly values: readonly string[];
  readonly error: TextRef | null;
}

export interface FormView {
  readonly problems: readonly { readonly text: TextRef; readonly href: string }[];
  readonly fields: Readonly<Record<string, FieldView>>;
}

/** A form as it is drawn, empty or again: what was typed and what is wrong with it. `secret` fields are never filled again. */
export function formView(names: readonly string[], typed: object, problems: readonly Problem[] = [], secret: readonly string[] = ['password']): FormView {
  const values = typed as Readonly<Record<string, unknown>>;
  const fields = names.map((id): [string, FieldView] => {
    const given = secret.includes(id) ? [] : [values[id]].flat().filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
    return [id, { id, value: Array.isArray(values[id]) ? '' : given[0] ?? '', values: given.filter((value) => value !== ''), error: problems.find((problem) => problem.field === id)?.text ?? null }];
  });
  const first = names[0] ?? '';
  return {
    problems: problems.map(({ field, text }) => ({ text, href: `#${field && names.includes(field) ? field : first}` })),
    fields: Object.fromEntries(fields),
  };
}
