import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { invalid } from '@platform-pure/errors';
import type { FieldError } from '@platform-pure/errors';
import { isClean } from './clean.rules.js';
import { inline } from './schema.js';
import type { Schema } from './schema.js';

/** Errors told at once; a body of a thousand wrong lines is not answered with a thousand sentences. */
const TOLD = 50;
const OPTIONS = { allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false } as const;

const withFormats = (ajv: Ajv2020): Ajv2020 => (addFormats.default ?? addFormats as unknown as typeof addFormats.default)(ajv, ['date', 'date-time', 'uuid']) as unknown as Ajv2020;
/** Words of an address are texts; numbers and flags are read out of them. */
const ajvOfWords = withFormats(new Ajv2020({ ...OPTIONS, coerceTypes: true }));
const ajvOfBodies = withFormats(new Ajv2020(OPTIONS));

const compiled = new WeakMap<Schema, ValidateFunction>();

function validatorOf(schema: Schema, ajv: Ajv2020): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const made = ajv.compile(inline(schema));
  compiled.set(schema, made);
  return made;
}

/** The value as described. @throws Invalid `api.invalid` with every place that is not. */
export function read<T>(schema: Schema<T>, value: unknown, from: 'words' | 'body'): T {
  if (!isClean(value)) throw invalid('common.malformed');
  const validate = validatorOf(schema, from === 'words' ? ajvOfWords : ajvOfBodies);
  if (validate(value)) return value as T;
  throw invalid('api.invalid', { count: validate.errors?.length ?? 1 }, fieldErrors(validate.errors ?? []));
}

/** What is wrong with an answer of ours; for tests. */
export function problemsWith(schema: Schema, value: unknown): string[] {
  const validate = validatorOf(schema, ajvOfBodies);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const fieldErrors = (errors: readonly ErrorObject[]): FieldError[] => errors.slice(0, TOLD).map((error) => {
  const path = error.instancePath.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const inside = (error.params as { missingProperty?: string; additionalProperty?: string });
  const field = [...path, inside.missingProperty ?? inside.additionalProperty ?? ''].filter(Boolean).join('.');
  return { field: field.slice(0, 200), ...problemOf(error) };
});

function problemOf({ keyword, params }: ErrorObject): Omit<FieldError, 'field'> {
  const { limit = 0 } = params as { limit?: number };
  switch (keyword) {
    case 'required': return { code: 'common.required' };
    case 'additionalProperties': return { code: 'api.unknown_field' };
    case 'enum': case 'const': return { code: 'common.choose_one' };
    case 'maxLength': return { code: 'common.too_long', params: { max: limit } };
    case 'maxItems': return { code: 'api.too_many_items', params: { max: limit } };
    case 'minimum': case 'exclusiveMinimum': return { code: 'api.too_small', params: { min: limit } };
    case 'maximum': return { code: 'api.too_large', params: { max: limit } };
    case 'type': return { code: 'api.wrong_type', params: { type: String((params as { type: unknown }).type) } };
    default: return { code: 'common.malformed' };
  }
}
