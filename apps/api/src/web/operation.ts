import type { Type } from '@nestjs/common';
import type { ErrorParams } from '@platform-pure/errors';
import type { Act, Actor, Id, Language, TenantTx } from '@platform/tenancy';
import type { Readable } from 'node:stream';
import type { Fields, ObjectOf, Schema } from './schema.js';

/** An id out of a path: the schema has seen that it is one, the verb says of what. */
export type AnyId = Id<never>;
type Names<P extends string> = P extends `${string}{${infer N}}${infer R}` ? N | Names<R> : never;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Route = `${Method} /${string}`;

export interface Window { readonly limit: number; readonly offset: number }

export interface Input<P extends string = string, Q = Readonly<Record<string, unknown>>, B = unknown> {
  readonly path: Readonly<Record<Names<P>, AnyId>>;
  readonly query: Q;
  readonly body: B;
  /** From `If-Match`; 0 where the operation does not ask for it. */
  readonly version: number;
  /** Of a list that is cut by the database. */
  readonly window: Window;
  /** Of an operation that takes a file. */
  readonly upload: () => Readable;
  /** Where that file lies until the answer is out. */
  readonly uploadPath: () => string;
}

type Get = <T>(token: Type<T>) => T;
/** In the caller's language. */
export interface Words { readonly language: Language; readonly say: (key: string, params?: ErrorParams) => string; readonly in: (language: Language | undefined) => Words }
/** What a query reads with: one transaction of the caller's organisation. */
export interface Reading { readonly tx: TenantTx; readonly actor: Actor; readonly get: Get; readonly words: Words; /** Where the pages are, for links in files that go out. */ readonly portal: string }
export type Verb = Type<{ execute(actor: Actor, ...input: never[]): Promise<unknown> }>;
type Execute<V extends Verb> = InstanceType<V>['execute'];
type Arguments<V extends Verb> = Execute<V> extends (actor: Actor, ...rest: infer A) => unknown ? A : never;

/** A file as an answer; always a download. */
export interface FileAnswer { readonly fileName: string; readonly mediaType: string; readonly byteSize: number | null; readonly content: Readable }

export interface Operation {
  /** The verb's name; a query's is its own. */
  readonly id: string;
  readonly method: Method;
  /** Below /api/v1, parameters in braces. */
  readonly path: string;
  readonly act: Act;
  readonly summary: string;
  readonly description: string | null;
  /** `SendRequest`, `Requests.byId`: what of the libs stands behind it. */
  readonly covers: readonly string[];
  readonly query: Fields;
  readonly body: Schema | null;
  readonly answer: Schema | null;
  readonly status: 200 | 201 | 204;
  /** The answer is a list that is turned page by page: after the line told last, or by a window that the database cuts out. */
  readonly paged: 'by_line' | 'by_window' | null;
  /** Asks for `If-Match`; of a read: answers with `ETag`. */
  readonly versioned: boolean;
  /** Media type of the file that comes in or goes out. */
  readonly takes: string | null;
  readonly gives: string | null;
  readonly run: (services: Services, input: Input) => Promise<unknown>;
}

export interface Services {
  readonly actor: Actor;
  readonly get: Get;
  readonly words: Words;
  readonly read: <T>(work: (reading: Reading) => Promise<T>) => Promise<T>;
}

interface VerbSpec<V extends Verb, R extends Route, Q extends Fields, B, O> {
  readonly query?: Q;
  readonly body?: Schema<B>;
  readonly args: (input: Input<R, ObjectOf<Q>, B>, services: Services) => Arguments<V> | Promise<Arguments<V>>;
  /** Absent where there is nothing to tell: 204. */
  readonly answer?: Schema<O>;
  readonly to?: (result: Awaited<ReturnType<Execute<V>>>) => NoInfer<O>;
  /** Instead of `to`: what is read once it is done. */
  readonly told?: (reading: Reading, result: Awaited<ReturnType<Execute<V>>>, input: Input<R, ObjectOf<Q>, B>) => Promise<NoInfer<O>>;
  readonly made?: boolean;
  readonly versioned?: boolean;
  readonly takes?: string;
  readonly description?: string;
}

const split = (route: Route): { method: Method; path: string } => ({ method: route.split(' ')[0] as Method, path: route.split(' ')[1]! });
const lower = (name: string): string => name[0]!.toLowerCase() + name.slice(1);

/** The operation of one verb. A POST that answers with something has made it (201). */
export function verb<V extends Verb, const R extends Route>(of: V, route: R, act: Act, summary: string) {
  return <Q extends Fields = Record<never, never>, B = undefined, O = never>(spec: VerbSpec<V, R, Q, B, O>): Operation => {
    const { answer = null, to = (result: unknown) => result as O, told, made = route.startsWith('post ') } = spec;
    return {
      id: lower(of.name), ...split(route), act, summary, description: spec.description ?? null, covers: [of.name], query: spec.query ?? {}, body: spec.body ?? null, answer,
      status: answer === null ? 204 : made ? 201 : 200, paged: null, versioned: spec.versioned ?? false, takes: spec.takes ?? null, gives: null,
      run: async (services, input) => {
        const doing = services.get(of as Type<{ execute(actor: Actor, ...rest: unknown[]): Promise<unknown> }>);
        const result = await doing.execute(services.actor, ...await spec.args(input as never, services)) as never;
        return told ? services.read((open) => told(open, result, input as never)) : to(result);
      },
    };
  };
}

interface QuerySpec<R extends Route, Q extends Fields, O> {
  readonly covers: readonly string[];
  readonly query?: Q;
  readonly answer: Schema<O>;
  readonly read: (reading: Reading, input: Input<R, ObjectOf<Q>>) => Promise<NoInfer<O>>;
  readonly versioned?: boolean;
  readonly description?: string;
}

const reading = (name: string, route: Route, act: Act, summary: string, spec: Pick<QuerySpec<Route, Fields, unknown>, 'covers' | 'query' | 'versioned' | 'description'>) => ({
  id: name, ...split(route), act, summary, description: spec.description ?? null, covers: spec.covers, query: spec.query ?? {}, body: null,
  status: 200 as const, versioned: spec.versioned ?? false, takes: null,
});

/** One object, or a short list that is told whole. */
export function query<const R extends Route, Q extends Fields = Record<never, never>, O = never>(name: string, route: R, act: Act, summary: string, spec: QuerySpec<R, Q, O>): Operation {
  return { ...reading(name, route, act, summary, spec), answer: spec.answer, paged: null, gives: null, run: ({ read }, input) => read((open) => spec.read(open, input as never)) };
}

/** A list, page by page; `answer` describes one line, which has an `id`. */
export function listing<const R extends Route, Q extends Fields = Record<never, never>, O extends { readonly id: string } = never>(
  name: string, route: R, act: Act, summary: string, spec: Omit<QuerySpec<R, Q, O>, 'read'> & { readonly read: (reading: Reading, input: Input<R, ObjectOf<Q>>) => Promise<readonly NoInfer<O>[]> },
): Operation {
  return { ...reading(name, route, act, summary, spec), answer: spec.answer, paged: 'by_line', gives: null, run: ({ read }, input) => read((open) => spec.read(open, input as never)) };
}

/** A long list: SQL filters, orders and cuts it. */
export function windowed<const R extends Route, Q extends Fields = Record<never, never>, O extends { readonly id: string } = never>(
  name: string, route: R, act: Act, summary: string,
  spec: Omit<QuerySpec<R, Q, O>, 'read'> & { readonly read: (reading: Reading, input: Input<R, ObjectOf<Q>>) => Promise<{ readonly lines: readonly NoInfer<O>[]; readonly total: number }> },
): Operation {
  return { ...reading(name, route, act, summary, spec), answer: spec.answer, paged: 'by_window', gives: null, run: ({ read }, input) => read((open) => spec.read(open, input as never)) };
}

/** A file that is read. */
export function download<const R extends Route, Q extends Fields = Record<never, never>>(
  name: string, route: R, act: Act, summary: string,
  spec: { readonly covers: readonly string[]; readonly query?: Q; readonly gives: string; readonly read: (reading: Reading, input: Input<R, ObjectOf<Q>>) => Promise<FileAnswer>; readonly description?: string },
): Operation {
  return { ...reading(name, route, act, summary, spec), answer: null, paged: null, gives: spec.gives, run: ({ read }, input) => read((open) => spec.read(open, input as never)) };
}

/** The noun of the pipeline an operation belongs to: the first word of its path. */
export const tagOf = ({ path }: Pick<Operation, 'path'>): string => path.split('/')[1]!;
export const parametersOf = ({ path }: Pick<Operation, 'path'>): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
/** A parameter that is an id; the others are codes and keys. */
export const isIdParameter = (name: string): boolean => name.endsWith('Id');
export const isWrite = ({ method }: Pick<Operation, 'method'>): boolean => method !== 'get';
