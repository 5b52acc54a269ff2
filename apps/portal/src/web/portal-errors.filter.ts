import { randomUUID } from 'node:crypto';
import { Catch, Inject, Injectable, ServiceUnavailableException, UnauthorizedException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { answerTo, retryAfter } from '@platform/http';
import { Messages } from '@platform/i18n';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { errorView } from './error.view.js';
import type { PortalReply, PortalRequest } from './http.js';
import { localPath, withNext } from './local-path.rules.js';
import { Page } from './page.js';
import { Pages } from './pages.js';

/** Whatever was thrown becomes a page in the person's language with our code and a reference; what is inside stays in the log. */
@Catch()
@Injectable()
export class PortalErrors implements ExceptionFilter {
  constructor(private readonly pages: Pages, private readonly messages: Messages, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<PortalRequest>();
    const reply = host.switchToHttp().getResponse<PortalReply>();
    if (reply.headersSent) { reply.destroy(); return; } // a download that broke off must look broken
    if (thrown instanceof ServiceUnavailableException) { reply.status(503).json(thrown.getResponse()); return; } // /readyz, read by machines
    const elsewhere = await this.leadsTo(thrown, request);
    if (elsewhere) { reply.redirect(303, elsewhere); return; }
    await this.show(thrown, request, reply);
  }

  /** A wrong step leads to the next legal one: sign in, choose an organisation, show the second factor; then back. */
  private async leadsTo(thrown: unknown, request: PortalRequest): Promise<string | null> {
    const back = request.method === 'GET' ? localPath(request.originalUrl) : '/';
    if (thrown instanceof UnauthorizedException) return withNext(request.session?.identityId ? '/organizations' : '/sign-in', back);
    return answerTo(thrown).error?.kind === 'step_up' ? withNext('/step-up', back) : null;
  }

  private async show(thrown: unknown, request: PortalRequest, reply: PortalReply): Promise<void> {
    const answer = answerTo(thrown);
    const reference = String((request as { id?: unknown }).id ?? randomUUID());
    if (answer.status >= 500) this.settings.logger.error({ err: thrown, reference }, 'a request failed');
    const language = await this.pages.language(request).catch(() => this.settings.defaultLanguage);
    const view = errorView(answer, reference, (key) => this.messages.has(language, key));
    const html = await this.pages.render(request, new Page('web/error', view, { title: `portal.error.title_${view.defect ? 'defect' : 'refused'}` }))
      .catch((error: unknown) => this.plain(error, reference));
    const wait = retryAfter(answer);
    if (wait) reply.setHeader('retry-after', wait);
    reply.status(answer.status).type('html').send(html);
  }

  /** When not even the error page can be made (the database is away), the reference still reaches the person. */
  private plain(error: unknown, reference: string): string {
    this.settings.logger.error({ err: error, reference }, 'an error page failed');
    const text = this.messages.t(this.settings.defaultLanguage, 'common.errors.unexpected', { reference });
    return `<!doctype html><html lang="${this.settings.defaultLanguage}"><title>Kenshu</title><p>${text}</p></html>`;
  }
}
