/** What is wrong with a document, and where: `requirements[3].title.en`, `empty`. */
export interface ShapeProblem {
  readonly path: string;
  readonly problem: 'missing' | 'unexpected' | 'wrong_type' | 'empty' | 'not_allowed' | 'inconsistent';
}
export type ShapeCheck = (value: unknown, path: string) => ShapeProblem[];

const wrong = (path: string, problem: ShapeProblem['problem']): ShapeProblem[] => [{ path, problem }];

export const isText: ShapeCheck = (value, path) => {
  if (typeof value !== 'string') return wrong(path, 'wrong_type');
  return value.trim() === '' ? wrong(path, 'empty') : [];
};

export const isFlag: ShapeCheck = (value, path) => (typeof value === 'boolean' ? [] : wrong(path, 'wrong_type'));

export const matches = (pattern: RegExp): ShapeCheck => (value, path) =>
  (typeof value === 'string' && pattern.test(value) ? [] : wrong(path, 'not_allowed'));

export const isCount: ShapeCheck = (value, path) => (Number.isSafeInteger(value) && (value as number) > 0 ? [] : wrong(path, 'not_allowed'));

export const isOneOf = (allowed: readonly unknown[]): ShapeCheck => (value, path) => (allowed.includes(value) ? [] : wrong(path, 'not_allowed'));

export const isNullOr = (check: ShapeCheck): ShapeCheck => (value, path) => (value === null ? [] : check(value, path));

export const isListOf = (check: ShapeCheck, atLeast = 0): ShapeCheck => (value, path) => {
  if (!Array.isArray(value)) return wrong(path, 'wrong_type');
  return value.length < atLeast ? wrong(path, 'empty') : value.flatMap((item: unknown, index) => check(item, `${path}[${index}]`));
};

/** Exactly these keys: one nobody knows would be hashed and signed, and never read. */
export const isShape = (keys: Readonly<Record<string, ShapeCheck>>): ShapeCheck => (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path, 'wrong_type');
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const found = value as Record<string, unknown>;
  return [
    ...Object.entries(keys).flatMap(([key, check]) => (Object.hasOwn(found, key) ? check(found[key], at(key)) : wrong(at(key), 'missing'))),
    ...Object.keys(found).filter((key) => !Object.hasOwn(keys, key)).flatMap((key) => wrong(at(key), 'unexpected')),
  ];
};

export const isRecordOf = (check: ShapeCheck): ShapeCheck => (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path, 'wrong_type');
  return Object.entries(value).flatMap(([key, entry]) => check(entry, `${path}.${key}`));
};
