/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * What a value looks like, said once: what comes in is validated by it, what goes out is cut to it (a column nobody has described leaves no
 * door), and the OpenAPI document prints it.
 */
export interface Schema<T = unknown> {
  /** `inner` says how a schema inside is printed: in place, or as a reference when it has a name. */
  readonly json: (inner: (schema: Schema) => Json) => Json;
  /** The value as it leaves: what is described and nothing else, instants as ISO 8601. */
  readonly out: (value: unknown) => unknown;
  readonly name?: string;
  readonly optional?: boolean;
  /** For the compiler only. */
  readonly type?: T;
}

export type Fields = Readonly<Record<string, Schema>>;
type TypeOf<S> = S extends Schema<infer T> ? T : never;
type OptionalKeys<F> = { [K in keyof F]: F[K] extends { readonly optional: true } ? K : never }[keyof F];
export type ObjectOf<F> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: TypeOf<F[K]> } & { readonly [K in OptionalKeys<F>]?: TypeOf<F[K]> };

const same = (value: unknown): unknown => value;
const plain = <T>(json: Json): Schema<T> => ({ json: () => json, out: same });

/** Unless told otherwise one line of a form; the verb says what is too long for it. */
export const text = (max = 500, more: Json = {}): Schema<string> => plain({ type: 'string', maxLength: max, ...more });
export const id = <T extends string = string>(): Schema<T> => plain({ type: 'string', format: 'uuid', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
/** A calendar day; the years keep what a database can hold. */
export const day = (): Schema<string> => plain({ type: 'string', format: 'date', pattern: '^(19|20|21)\\d\\d-' });
export const instant = (): Schema<Date> => ({ json: () => ({ type: 'string', format: 'date-time' }), out: (value) => value instanceof Date ? value.toISOString() : value });
/** The same where a frozen document has it in words already. */
export const instantText = (): Schema<string> => plain({ type: 'string', format: 'date-time' });
export const digest = (): Schema<string> => plain({ type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hex.' });
export const integer = (minimum = 0, maximum = 2_147_483_647): Schema<number> => plain({ type: 'integer', minimum, maximum });
export const decimal = (minimum = 0, maximum = 1e13): Schema<number> => plain({ type: 'number', minimum, maximum });
export const flag = (): Schema<boolean> => plain({ type: 'boolean' });
/** Of a cell. */
export const textOrNumber = (): Schema<string | number | boolean | null> => plain({ type: ['string', 'number', 'boolean', 'null'] });
export const oneOf = <const T extends string | number>(values: readonly T[]): Schema<T> => plain({ type: typeof values[0] === 'number' ? 'integer' : 'string', enum: values });
export const constant = <const T extends string>(value: T): Schema<T> => plain({ type: 'string', const: value });
/** A document with a version of its own (`type`): what is inside is said by that version, and it is handed on as it was frozen. */
export const frozen = <T>(description: string): Schema<T> => plain({ type: 'object', description });

export const list = <T>(items: Schema<T>, maxItems?: number): Schema<readonly T[]> => ({
  json: (inner) => ({ type: 'array', items: inner(items), ...(maxItems && { maxItems }) }), out: (value) => (value as unknown[]).map(items.out),
});
export const record = <T>(values: Schema<T>): Schema<Readonly<Record<string, T>>> => ({
  json: (inner) => ({ type: 'object', additionalProperties: inner(values) }),
  out: (value) => Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, values.out(one)])),
});
export const nullable = <T>(schema: Schema<T>): Schema<T | null> => ({
  json: (inner) => {
    const json = inner(schema);
    return typeof json.type === 'string' && !('enum' in json) && !('const' in json) ? { ...json, type: [json.type, 'null'] } : { anyOf: [json, { type: 'null' }] };
  },
  out: (value) => value === null || value === undefined ? null : schema.out(value),
});
export const optional = <T>(schema: Schema<T>): Schema<T> & { readonly optional: true } => ({ ...schema, name: undefined, json: (inner) => inner(schema), optional: true });

export function object<F extends Fields>(fields: F, description?: string): Schema<ObjectOf<F>> {
  const names = Object.keys(fields);
  return {
    json: (inner) => ({
      type: 'object', ...(description && { description }), properties: Object.fromEntries(names.map((name) => [name, inner(fields[name]!)])),
      required: names.filter((name) => !fields[name]!.optional), additionalProperties: false,
    }),
    out: (value) => Object.fromEntries(names.flatMap((name) => {
      const given = (value as Readonly<Record<string, unknown>>)[name];
      return given === undefined ? [] : [[name, fields[name]!.out(given)]];
    })),
  };
}

/** One of several objects, told apart by the constant at `by`. */
export function variants<T>(by: string, of: Readonly<Record<string, Schema>>): Schema<T> {
  return {
    json: (inner) => ({ oneOf: Object.values(of).map(inner) }),
    out: (value) => of[String((value as Readonly<Record<string, unknown>>)[by])]!.out(value),
  };
}

/** Stands once in the document, under this name. */
export const named = <T>(name: string, schema: Schema<T>): Schema<T> => ({ ...schema, name });

/** Everything in place: what a validator is made of. */
export const inline = (schema: Schema): Json => schema.json(inline);
