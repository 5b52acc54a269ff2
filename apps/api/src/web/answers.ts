import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { asDownload } from '@platform/http';
import type { ApiReply, ApiRequest } from './http.js';
import type { FileAnswer, Operation, Window } from './operation.js';
import { pageOf, windowCursorOf } from './paging.rules.js';
import { limitOf } from './read-input.js';

interface Exchange { readonly request: ApiRequest; readonly reply: ApiReply; readonly query: Readonly<Record<string, unknown>>; readonly window: Window }

/** Result → HTTP. */
@Injectable()
export class Answers {
  async send(operation: Operation, exchange: Exchange, result: unknown): Promise<void> {
    if (operation.gives !== null) return this.file(exchange.reply, result as FileAnswer);
    const { reply } = exchange;
    reply.status(operation.status);
    if (operation.answer === null) { reply.end(); return; }
    const told = operation.paged ? this.page(exchange, pageIn(operation, exchange, result)) : result;
    const { version } = told as { version?: unknown };
    if (operation.versioned && typeof version === 'number') reply.setHeader('etag', `"${version}"`);
    reply.type('application/json').end(JSON.stringify(told));
  }

  private page({ request, query, reply }: Exchange, { next, ...page }: Page): object {
    if (next === null) return { ...page, next };
    const words = new URLSearchParams(Object.entries({ ...query, limit: limitOf(query), cursor: next }).map(([name, value]): [string, string] => [name, String(value)]));
    const address = `${request.path}?${words.toString()}`;
    reply.setHeader('link', `<${address}>; rel="next"`);
    return { ...page, next: address };
  }

  /** Always a download and never shown in our origin, whatever the file is. */
  private async file(reply: ApiReply, { fileName, mediaType, byteSize, content }: FileAnswer): Promise<void> {
    reply.status(200).setHeader('content-type', mediaType);
    reply.setHeader('content-disposition', asDownload(fileName));
    if (byteSize !== null) reply.setHeader('content-length', byteSize);
    // somebody who breaks off a download is no defect of ours
    await pipeline(content, reply).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error; });
  }
}

interface Page { readonly items: readonly unknown[]; readonly total?: number; readonly next: string | null }

function pageIn({ paged }: Operation, { query, window: { limit, offset } }: Exchange, result: unknown): Page {
  if (paged !== 'by_window') return pageOf(result as readonly { id: string }[], query.cursor as string | undefined, limitOf(query));
  const { lines: items, total } = result as { lines: readonly unknown[]; total: number };
  return { items, total, next: items.length === limit && offset + limit < total ? windowCursorOf(offset + limit) : null };
}
