import { json } from 'express';
import { invalid, notFound } from '@platform-pure/errors';
import { isId } from '@platform-pure/tenancy';
import { BODY_MAX_BYTES } from '../api-settings.js';
import { isClean } from './clean.rules.js';
import type { ApiReply, ApiRequest } from './http.js';
import { isIdParameter, parametersOf } from './operation.js';
import type { Operation } from './operation.js';
import { PAGE_DEFAULT, PAGE_MAX } from './paging.rules.js';
import { HttpProblem } from './problem.js';
import { integer, object, optional, text } from './schema.js';
import type { Fields, Schema } from './schema.js';
import { read } from './validation.js';

/** Longest key or code of a path: as long as our longest catalogue key. */
const WORD_MAX = 200;
const PAGING: Fields = { cursor: optional(text(100)), limit: optional(integer(1, PAGE_MAX)) };
const parseJson = json({ limit: BODY_MAX_BYTES, strict: false, type: () => true });
const schemas = new WeakMap<Operation, Schema<Readonly<Record<string, unknown>>>>();

/** The words of an address that an operation understands; of a list the paging too. */
export const queryFieldsOf = (operation: Operation): Fields => ({ ...operation.query, ...(operation.paged && PAGING) });

/** Ids that name nothing are as objects that do not exist. @throws NotFound */
export function readPath(operation: Operation, request: ApiRequest): Record<string, never> {
  const words = parametersOf(operation).map((name): [string, string] => [name, String(request.params[name])]);
  if (words.some(([name, word]) => isIdParameter(name) ? !isId(word) : word.length > WORD_MAX || !isClean(word))) throw notFound('page');
  return Object.fromEntries(words) as Record<string, never>;
}

/** @throws Invalid `api.invalid`, also for a word nobody knows. */
export function readQuery(operation: Operation, request: ApiRequest): Readonly<Record<string, unknown>> {
  const schema = schemas.get(operation) ?? object(queryFieldsOf(operation));
  schemas.set(operation, schema);
  return read(schema, { ...request.query }, 'words');
}

export const limitOf = (query: Readonly<Record<string, unknown>>): number => query.limit as number | undefined ?? PAGE_DEFAULT;

/** @throws HttpProblem 415 unless it says that it is JSON; 400 for broken JSON, 413 for too much of it; Invalid `api.invalid`. */
export async function readBody(operation: Operation, request: ApiRequest, reply: ApiReply): Promise<unknown> {
  if (!operation.body) return undefined;
  if (!request.is('application/json')) throw new HttpProblem(415, 'api.not_json');
  await new Promise<void>((done, failed) => parseJson(request, reply, (error?: unknown) => error ? failed(error as Error) : done()));
  return read(operation.body, request.body ?? {}, 'body');
}

/** The version the caller has seen. @throws HttpProblem 428 without `If-Match`; Invalid `api.if_match_malformed`. */
export function readVersion(operation: Operation, request: ApiRequest): number {
  if (!operation.versioned || operation.method === 'get') return 0;
  const given = request.headers['if-match'];
  if (given === undefined) throw new HttpProblem(428, 'api.if_match_missing');
  const version = /^"?(\d{1,9})"?$/.exec(given)?.[1];
  if (version === undefined) throw invalid('api.if_match_malformed');
  return Number(version);
}

/** @throws Invalid `api.key_malformed`. */
export function readKey(request: ApiRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw invalid('api.key_malformed');
  return key;
}
