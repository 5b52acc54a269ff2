import { Injectable } from '@nestjs/common';
import type { HolderCard } from '@pure/certificate';
import { RateLimits, sourceKey } from '@platform/rate-limit';
import { openWithCode } from '@platform/signing';
import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import { readLookup } from './lookup.rules.js';
import { Pages } from './pages.js';
import { PublishedRegister } from './published-register.queries.js';
import { startView } from './start.view.js';
import { codeView, numberView } from './status.view.js';

/** Asking the register without a document. Every answer about a number has the same form, known or not: numbers run, and nobody is to list them. */
@Injectable()
export class CertificateLookups {
  constructor(private readonly register: PublishedRegister, private readonly pages: Pages, private readonly limits: RateLimits) {}

  /** @throws TooMany. */
  async typed(text: string, request: ExpressRequest, reply: ExpressReply): Promise<string> {
    await this.limits.take('verify_lookup', sourceKey(request.ip ?? ''));
    const lookup = readLookup(text);
    if (lookup.kind === 'code') {
      reply.status(303).setHeader('location', `/verify/${lookup.code}`);
      return '';
    }
    if (lookup.kind === 'neither') {
      const typed = text.slice(0, 200);
      return this.pages.send(request, reply, { template: 'start', title: 'verifier.start.title', status: 422,
        view: ({ t }) => startView({ typed, numberProblem: t(typed.trim() === '' ? 'verifier.errors.number_missing' : 'verifier.errors.number_malformed') }) });
    }
    const entry = await this.register.byNumber(lookup.number) ?? null;
    return this.pages.send(request, reply, { template: 'status', title: 'verifier.status_page.title', view: (words) => numberView(lookup.number, entry, words) });
  }

  /** @throws TooMany. A code that never was and one with a wrong form are one answer. */
  async code(text: string, request: ExpressRequest, reply: ExpressReply): Promise<string> {
    await this.limits.take('verify_lookup', sourceKey(request.ip ?? ''));
    const lookup = readLookup(text);
    const entry = lookup.kind === 'code' ? await this.register.byCode(lookup.code) : undefined;
    if (lookup.kind !== 'code' || !entry) return this.pages.send(request, reply, { template: 'no-such-code', title: 'verifier.no_code.title', status: 404, view: () => ({}) });
    return this.pages.send(request, reply, { template: 'status', title: 'verifier.status_page.title', view: (words) => codeView(entry, openWithCode(lookup.code, entry.holderCard) as HolderCard, words) });
  }
}
