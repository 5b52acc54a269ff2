import { BASE } from '../api-settings.js';
import { isIdParameter, isWrite, parametersOf, tagOf } from './operation.js';
import type { Operation } from './operation.js';
import { queryFieldsOf } from './read-input.js';
import { integer, list, nullable, object, optional, text } from './schema.js';
import type { Json, Schema } from './schema.js';

export interface Described { readonly title: string; readonly tags: Readonly<Record<string, string>>; readonly publicUrl: string }

const PROBLEM = object({
  type: text(), title: text(), status: integer(400, 599), detail: text(4000), instance: text(), code: text(), errors: optional(list(object({ field: text(), code: text(), detail: text(4000) }))),
}, 'RFC 9457. `code` is stable; `detail` is in the language of Accept-Language.');
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Not readable as HTTP or JSON.', 401: 'No access token, or one that has ended.', 403: 'The token’s person may not do this, or the token’s scope does not reach.', 404: 'Nothing there, or nothing that may be seen.',
  409: 'Not in this state, or somebody was faster.', 413: 'Too large.', 415: 'The body is not JSON.', 422: 'Something in it is wrong; `errors` says what.', 428: 'If-Match is missing.', 429: 'Too often; see Retry-After.', 500: 'A defect; `instance` finds it in the log.',
};
const SIGN_OFF = 'A sign-off needs a fresh second factor of a person’s session: **every access token is answered 403** (`common.sign_off_needs_session`). It stands here so that it is known where the act is; it is done in the portal.';
const STALE = 'A version that is not the newest any more is answered 409 and changes nothing; without If-Match the answer is 428.';

/** OpenAPI 3.1 of exactly the routes there are. */
export function openApiDocument(operations: readonly Operation[], described: Described): Json {
  const named = new Map<string, Json>();
  const inner = (schema: Schema): Json => {
    if (!schema.name) return schema.json(inner);
    if (!named.has(schema.name)) {
      named.set(schema.name, {}); // first: a schema that holds itself would never end
      named.set(schema.name, schema.json(inner));
    }
    return { $ref: `#/components/schemas/${schema.name}` };
  };
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) (paths[BASE + operation.path] ??= {})[operation.method] = operationJson(operation, inner);
  return {
    openapi: '3.1.0', info: infoOf(described), servers: [{ url: described.publicUrl }], security: [{ accessToken: [] }],
    tags: [...new Set(operations.map(tagOf))].map((name) => ({ name, description: described.tags[name] ?? name })), paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', description: 'A personal access token (`knsh_…`) from the portal’s profile page.' } },
      schemas: { ...Object.fromEntries([...named].sort(([a], [b]) => a.localeCompare(b))), Problem: PROBLEM.json(inner) },
      responses: Object.fromEntries(Object.entries(REFUSALS).map(([status, description]) => [`Problem${status}`, { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }])),
    },
  };
}

const infoOf = ({ title, publicUrl }: Described): Json => ({
  title, version: '1', license: { name: 'Proprietary', url: publicUrl }, contact: { name: 'Kenshu', url: publicUrl },
  description: 'Every act and query of the portal for machines. Authenticate with `Authorization: Bearer knsh_…`. Lists are turned by the opaque `cursor` in `next`. '
    + 'Writes take an `Idempotency-Key`: the same key with the same words is one act and one answer for 24 hours; with other words it is 422. '
    + 'Updates of rows that others edit too take `If-Match` with the version from `ETag`; a stale one is 409. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC.',
});

function operationJson(operation: Operation, inner: (schema: Schema) => Json): Json {
  const { act, versioned } = operation;
  const notes = [operation.description, act.stepUp ? SIGN_OFF : null, versioned && isWrite(operation) ? STALE : null, `Roles: ${act.roles.map((role) => role === 'anyone' ? 'every member' : `\`${role}\``).join(', ')}.`];
  return {
    operationId: operation.id, tags: [tagOf(operation)], summary: operation.summary, description: notes.filter(Boolean).join('\n\n'), 'x-kenshu-act': act.name,
    ...(act.stepUp && { 'x-kenshu-sign-off': true }), parameters: [...parametersJson(operation), ...queryJson(operation, inner)], ...bodyJson(operation, inner), responses: responsesJson(operation, inner),
  };
}

function parametersJson(operation: Operation): Json[] {
  const path = parametersOf(operation).map((name): Json => ({ name, in: 'path', required: true, schema: isIdParameter(name) ? { type: 'string', format: 'uuid' } : { type: 'string', maxLength: 200 } }));
  const header = (name: string, description: string, required: boolean, schema: Json): Json => ({ name, in: 'header', required, description, schema });
  if (!isWrite(operation)) return path;
  const key = header('Idempotency-Key', 'The caller’s own word for this one act, up to 200 printable characters.', false, { type: 'string', minLength: 1, maxLength: 200 });
  return operation.versioned ? [...path, header('If-Match', 'The version that was seen, from ETag.', true, { type: 'string', examples: ['"3"'] }), key] : [...path, key];
}

const queryJson = (operation: Operation, inner: (schema: Schema) => Json): Json[] =>
  Object.entries(queryFieldsOf(operation)).map(([name, schema]) => ({ name, in: 'query', required: !schema.optional, schema: inner(schema) }));

function bodyJson({ body, takes }: Operation, inner: (schema: Schema) => Json): Json {
  if (takes) return { requestBody: { required: true, content: { [takes]: { schema: { type: 'string', contentMediaType: takes } } } } };
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: inner(body) } } } } : {};
}

function responsesJson(operation: Operation, inner: (schema: Schema) => Json): Json {
  const { status, body, takes, versioned } = operation;
  const refused = [400, 401, 403, 404, 422, 429, 500, ...(isWrite(operation) ? [409] : []), ...(body ? [415] : []), ...(body || takes ? [413] : []), ...(versioned && isWrite(operation) ? [428] : [])];
  return { [status]: answerJson(operation, inner), ...Object.fromEntries(refused.map((code) => [code, { $ref: `#/components/responses/Problem${code}` }])) };
}

function answerJson(operation: Operation, inner: (schema: Schema) => Json): Json {
  const schema = answerSchemaOf(operation);
  const headers = operation.versioned && !isWrite(operation) ? { headers: { ETag: { description: 'The version, for If-Match.', schema: { type: 'string' } } } } : {};
  if (operation.gives) return { description: 'The file, as a download.', content: { [operation.gives]: { schema: { type: 'string', contentMediaType: operation.gives } } } };
  return schema ? { description: operation.status === 201 ? 'Made.' : 'As asked.', ...headers, content: { 'application/json': { schema: inner(schema) } } } : { description: 'Done.' };
}

/** What is on the wire, a list with what stands around it. */
export function answerSchemaOf({ answer, paged }: Operation): Schema | null {
  if (!answer || !paged) return answer;
  return object({ items: list(answer), next: nullable(text(4000, { description: 'Address of the next page.' })), ...(paged === 'by_window' && { total: integer() }) });
}
