import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Messages } from '@platform/i18n';
import { KeptAnswers } from '@platform/idempotency';
import { TenantDb } from '@platform/tenancy';
import type { Actor, Language } from '@platform/tenancy';
import { API_SETTINGS } from '../api-settings.js';
import type { ApiSettings } from '../api-settings.js';
import { Answers } from './answers.js';
import { languageOf } from './http.js';
import type { ApiReply, ApiRequest } from './http.js';
import { isWrite } from './operation.js';
import type { Input, Operation, Services, Words } from './operation.js';
import { readWindow } from './paging.rules.js';
import { limitOf, readBody, readKey, readPath, readQuery, readVersion } from './read-input.js';
import { list as listSchema } from './schema.js';
import { spool } from './spool.js';
import type { Spooled } from './spool.js';

interface Keyed { readonly key: string; readonly file: Spooled | null; readonly reply: ApiReply; readonly run: (by: Actor) => Promise<unknown> }

/** Runs an operation: reads what is asked, does it, answers. Everything an operation says of itself happens here and nowhere else. */
@Injectable()
export class Desk {
  private readonly get: Services['get'] = (token) => this.modules.get(token, { strict: false });

  constructor(
    private readonly modules: ModuleRef, private readonly db: TenantDb, private readonly kept: KeptAnswers, private readonly answers: Answers, private readonly messages: Messages,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async serve(operation: Operation, request: ApiRequest, reply: ApiReply): Promise<void> {
    const { actor } = request;
    if (!actor) throw new UnauthorizedException();
    const path = readPath(operation, request);
    const query = readQuery(operation, request);
    const window = operation.paged === 'by_window' ? readWindow(query.cursor as string | undefined, limitOf(query)) : { limit: 0, offset: 0 };
    const given = { path, query, version: readVersion(operation, request), window };
    const key = isWrite(operation) ? readKey(request) : null;
    const body = await readBody(operation, request, reply);
    const file = operation.takes === null ? null : await spool(request, this.settings.uploadMaxBytes);
    try {
      const input: Input = { ...given, body, upload: () => whole(file).open(), uploadPath: () => whole(file).path };
      const run = (by: Actor): Promise<unknown> => this.run(operation, by, input, this.words(languageOf(request, this.settings.defaultLanguage)));
      const result = key === null ? await run(actor) : await this.once(operation, actor, input, { key, file, reply, run });
      await this.answers.send(operation, { request, reply, query, window }, result);
    } finally {
      await file?.drop();
    }
  }

  /** What is kept is what is told: the answer as it leaves, not the row behind it. */
  private async once(operation: Operation, actor: Actor, input: Input, by: Keyed): Promise<unknown> {
    const { path, query, body = null, version } = input;
    const says = JSON.stringify([operation.id, path, query, body, version, by.file?.sha256 ?? null]);
    const { answer, replayed } = await this.kept.once(actor, { key: by.key, says }, by.run);
    if (replayed) by.reply.setHeader('idempotency-replayed', 'true');
    return answer;
  }

  private async run(operation: Operation, actor: Actor, input: Input, words: Words): Promise<unknown> {
    const { get, settings: { publicUrl: portal } } = this;
    const read: Services['read'] = (work) => this.db.run(actor, (tx) => work({ tx, actor, get, words, portal }));
    const result = await operation.run({ actor, get, words, read }, input);
    if (operation.answer === null) return operation.gives === null ? null : result;
    if (operation.paged !== 'by_window') return (operation.paged ? listSchema(operation.answer) : operation.answer).out(result);
    const { lines, total } = result as { lines: unknown; total: number };
    return { lines: listSchema(operation.answer).out(lines), total };
  }

  private words(language: Language): Words {
    return { language, say: (key, params) => this.messages.t(language, key, params), in: (other) => other === undefined ? this.words(language) : this.words(other) };
  }
}

function whole(file: Spooled | null): Spooled {
  if (!file) throw new Error('this operation takes no file');
  return file;
}
