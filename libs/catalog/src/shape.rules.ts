/** What is wrong with a document, and where: `requirements[3].title.en`, `empty`. */
export interface Problem {
  readonly path: string;
  readonly problem: 'missing' | 'unexpected' | 'wrong_type' | 'empty' | 'not_allowed' | 'duplicate' | 'dangling' | 'inconsistent';
  /** The offending value, shortened, where it helps to find it. */
  readonly value?: string;
}

export type Check = (value: unknown, path: string) => Problem[];

const problem = (path: string, kind: Problem['problem'], value?: unknown): Problem[] =>
  [value === undefined ? { path, problem: kind } : { path, problem: kind, value: String(value).slice(0, 60) }];

export const text: Check = (value, path) => {
  if (typeof value !== 'string') return problem(path, 'wrong_type');
  return value.trim() === '' ? problem(path, 'empty') : [];
};

export const flag: Check = (value, path) => (typeof value === 'boolean' ? [] : problem(path, 'wrong_type'));

export const oneOf = (allowed: readonly unknown[]): Check => (value, path) => (allowed.includes(value) ? [] : problem(path, 'not_allowed', value));

export const orNull = (check: Check): Check => (value, path) => (value === null ? [] : check(value, path));

export const listOf = (check: Check, atLeast = 0): Check => (value, path) => {
  if (!Array.isArray(value)) return problem(path, 'wrong_type');
  if (value.length < atLeast) return problem(path, 'empty');
  return value.flatMap((item: unknown, index) => check(item, `${path}[${index}]`));
};

/** Exactly these keys; `optional` ones may be absent. A key nobody knows is an error: it would be hashed and never read. */
export const shape = (required: Record<string, Check>, optional: Record<string, Check> = {}): Check => (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem(path, 'wrong_type');
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const entries = value as Record<string, unknown>;
  const known = { ...required, ...optional };
  return [
    ...Object.keys(required).filter((key) => !(key in entries)).flatMap((key) => problem(at(key), 'missing')),
    ...Object.entries(entries).flatMap(([key, entry]) => (Object.hasOwn(known, key) ? known[key]!(entry, at(key)) : problem(at(key), 'unexpected'))),
  ];
};

export const bilingual = shape({ ja: text, en: text });

/** Values that occur twice; `paths` names where each stands. */
export function duplicates(values: readonly string[], pathOf: (index: number) => string): Problem[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? problem(pathOf(index), 'duplicate', value) : []));
}
