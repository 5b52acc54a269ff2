import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Inject, Injectable } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import { answerTo, retryAfter } from '@platform/http';
import { Pages } from './pages.js';
import type { Page } from './pages.js';
import { FILE_MAX_MB, startView } from './start.view.js';
import { VERIFIER_SETTINGS } from './verifier-settings.js';
import type { VerifierSetup } from './verifier-settings.js';

const TEXTS: Readonly<Record<number, string>> = { 404: 'not_found', 413: 'too_large', 429: 'too_many' };

/** Whatever was thrown becomes a page in words; what is inside stays in the log under the reference that the page shows. */
@Catch()
@Injectable()
export class VerifierErrors implements ExceptionFilter {
  constructor(private readonly pages: Pages, @Inject(VERIFIER_SETTINGS) private readonly settings: VerifierSetup) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ExpressRequest>();
    const reply = host.switchToHttp().getResponse<ExpressReply>();
    if (reply.headersSent) { reply.destroy(); return; }
    if (thrown instanceof HttpException && thrown.getStatus() === 503) { reply.status(503).json(thrown.getResponse()); return; } // /readyz, read by machines
    const answer = answerTo(thrown);
    const { status } = answer;
    const reference = String((request as { id?: unknown }).id ?? randomUUID());
    if (status >= 500) this.settings.logger.error({ err: thrown, reference }, 'a request failed');
    const wait = retryAfter(answer);
    if (wait) reply.setHeader('retry-after', wait);
    reply.send(this.pages.send(request, reply, this.page(request, status, reference)));
  }

  /** A file that cannot be taken leads back to the form that asked for it. */
  private page(request: ExpressRequest, status: number, reference: string): Page {
    const code = TEXTS[status] ?? (status >= 500 ? 'unexpected' : 'bad_request');
    if (request.method === 'POST' && status < 500 && status !== 404) {
      return { template: 'start', title: 'verifier.start.title', status, view: ({ t }) => startView({ fileProblem: t(`verifier.errors.${code}`, code === 'too_large' ? { max: FILE_MAX_MB } : {}) }) };
    }
    return { template: 'error', title: 'verifier.error.title', status, view: () => ({ status, text: `verifier.errors.${code}`, reference, defect: status >= 500 }) };
  }
}
