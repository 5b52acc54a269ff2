import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { EvidenceFiles } from '@libs/evidence';
import { BusinessDay, Threads } from '@libs/insight';
import { ProxyWorkbooks } from '@libs/response';
import type { AskedQuestionnaire } from '@libs/response';
import type { Placement } from '@pure/response';
import { DomainError, messageKeyOf, notFound } from '@platform-pure/errors';
import { TenantDb } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { WorkbookReader } from '@platform/workbook';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import type { Typed } from '../questionnaires/section-form.rules.js';
import { proxyAnswersView, proxySourceView, typedIn } from './proxy.view.js';

/** Where these pages stand in the story of a request. */
@Injectable()
export class ProxyPlace {
  constructor(readonly threads: Threads, readonly day: BusinessDay) {}
}

type ReadBack = { readonly placement: Placement | null; readonly unread: TextRef | null };

@Injectable()
export class ProxyPages {
  constructor(
    private readonly db: TenantDb, private readonly workbooks: ProxyWorkbooks, private readonly evidence: EvidenceFiles, private readonly reader: WorkbookReader,
    private readonly place: ProxyPlace,
  ) {}

  asked(actor: Actor, requestId: string): Promise<AskedQuestionnaire> {
    return this.db.run(actor, (tx) => this.workbooks.of(tx, requestId));
  }

  /** @throws NotFound for a request this organisation did not send */
  source(actor: Actor, requestId: string, typed: object = {}, problems?: readonly Problem[]): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const view = proxySourceView(await this.workbooks.of(tx, requestId), typed, await this.place.day.today(tx), problems);
      return this.page(tx, requestId, 'proxies/source', view);
    });
  }

  /** `given`: what was typed and refused; otherwise what the file says. @throws NotFound, also for a file that is not one's own */
  async answers(actor: Actor, requestId: string, evidenceId: string, source: object, given?: { readonly typed: ReadonlyMap<string, Typed>; readonly problems: readonly Problem[] }): Promise<Page> {
    const asked = await this.asked(actor, requestId);
    const file = await this.db.run(actor, (tx) => this.evidence.byId(tx, evidenceId));
    if (file.organizationId !== actor.organizationId) throw notFound('evidence');
    const read = given ? { placement: null, unread: null } : await this.readBack(actor, asked, evidenceId, file.fileName);
    const typed = given?.typed ?? (read.placement ? typedIn(read.placement) : new Map());
    const view = proxyAnswersView({ asked, file, source, typed, ...read, problems: given?.problems });
    return this.db.run(actor, (tx) => this.page(tx, requestId, 'proxies/answers', view));
  }

  /** The file as a workbook, if it is one; a scan says nothing by itself. */
  private async readBack(actor: Actor, asked: AskedQuestionnaire, evidenceId: string, fileName: string): Promise<ReadBack> {
    if (!/\.(xlsx|xlsm|xls|csv)$/i.test(fileName)) return { placement: null, unread: null };
    const folder = await mkdtemp(join(tmpdir(), 'kenshu-proxy-'));
    try {
      const path = join(folder, 'reply');
      const { content } = await this.db.run(actor, (tx) => this.evidence.open(tx, evidenceId));
      await pipeline(content, createWriteStream(path));
      return { placement: this.workbooks.place(asked, await this.reader.read({ path, fileName })), unread: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { placement: null, unread: text('portal_proxies.unread', { why: text(messageKeyOf(error.code), error.params) }) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async page(tx: TenantTx, requestId: string, template: string, view: object): Promise<Page> {
    const thread = await this.place.threads.of(tx, { requestId }, 'answer', await this.place.day.today(tx));
    return new Page(template, view, { title: 'portal_proxies.title', thread });
  }
}
