import { BASE } from '../api-settings.js';
import { isIdParameter, parametersOf, tagOf } from './operation.js';
import type { Operation } from './operation.js';
import { queryFieldsOf } from './read-input.js';
import type { Json, Schema } from './schema.js';

export interface FieldRow { readonly name: string; readonly kind: string; readonly required: boolean }
export interface OperationView {
  readonly id: string; readonly method: string; readonly path: string; readonly summary: string; readonly description: string; readonly act: string; readonly roles: readonly string[]; readonly signOff: boolean;
  readonly versioned: boolean; readonly status: number; readonly parameters: readonly FieldRow[]; readonly body: readonly FieldRow[]; readonly answer: readonly FieldRow[]; readonly takes: string; readonly gives: string;
}
export interface DocsView { readonly base: string; readonly count: number; readonly groups: readonly { readonly tag: string; readonly operations: readonly OperationView[] }[] }

/** The document as a page to read: the same list of operations that the routes are made of. */
export function docsView(operations: readonly Operation[]): DocsView {
  const tags = [...new Set(operations.map(tagOf))];
  return { base: BASE, count: operations.length, groups: tags.map((tag) => ({ tag, operations: operations.filter((operation) => tagOf(operation) === tag).map(operationView) })) };
}

function operationView(operation: Operation): OperationView {
  const { id, method, act, body, answer, versioned } = operation;
  const path = parametersOf(operation).map((name): FieldRow => ({ name, kind: isIdParameter(name) ? 'uuid' : 'string', required: true }));
  const query = Object.entries(queryFieldsOf(operation)).map(([name, schema]): FieldRow => ({ name: `?${name}`, kind: kindOf(schema), required: !schema.optional }));
  return {
    id, method: method.toUpperCase(), path: BASE + operation.path, summary: operation.summary, description: operation.description ?? '', act: act.name, roles: act.roles.filter((role) => role !== 'anyone'), signOff: act.stepUp,
    versioned: versioned && method !== 'get', status: operation.status, parameters: [...path, ...query], body: body ? fieldsOf(body) : [], answer: answer ? fieldsOf(answer) : [],
    takes: operation.takes ?? '', gives: operation.gives ?? '',
  };
}

function fieldsOf(schema: Schema): FieldRow[] {
  const { properties, required = [], oneOf } = schema.json(shortly) as { properties?: Readonly<Record<string, Json>>; required?: readonly string[]; oneOf?: unknown };
  if (!properties) return [{ name: '', kind: oneOf ? 'oneOf' : schema.name ?? 'object', required: true }];
  return Object.entries(properties).map(([name, json]) => ({ name, kind: wordOf(json), required: required.includes(name) }));
}

/** A schema inside by its name, or by what it is. */
const shortly = (schema: Schema): Json => schema.name ? { $ref: schema.name } : schema.json(shortly);
const kindOf = (schema: Schema): string => wordOf(shortly(schema));

function wordOf(json: Json): string {
  const { $ref, type, format, items, anyOf, enum: values, const: constant } = json as { $ref?: string; type?: string | string[]; format?: string; items?: Json; anyOf?: Json[]; enum?: unknown[]; const?: unknown };
  if ($ref) return $ref;
  if (anyOf) return anyOf.map(wordOf).join(' | ');
  if (items) return `${wordOf(items)}[]`;
  if (values) return values.map(String).join(' | ');
  if (constant !== undefined) return String(constant);
  return [type].flat().map((one) => one === 'string' && format ? format : String(one)).join(' | ');
}
