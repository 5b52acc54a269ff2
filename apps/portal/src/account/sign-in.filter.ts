import { Catch, Injectable } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@platform-pure/errors';
import type { PortalReply, PortalRequest } from '../web/http.js';
import { localPath } from '../web/local-path.rules.js';
import { Page } from '../web/page.js';
import { Pages } from '../web/pages.js';
import { PortalErrors } from '../web/portal-errors.filter.js';
import { problemsOf } from '../web/problems.js';
import { signInView } from './account.view.js';

/** passport refuses before the handler runs; the person sees the form again all the same. */
@Catch(DomainError)
@Injectable()
export class RedrawSignIn implements ExceptionFilter {
  constructor(private readonly pages: Pages, private readonly otherwise: PortalErrors) {}

  async catch(error: DomainError, host: ArgumentsHost): Promise<void> {
    if (error.kind !== 'invalid' || error.code.startsWith('portal.')) return this.otherwise.catch(error, host);
    const request = host.switchToHttp().getRequest<PortalRequest>();
    const reply = host.switchToHttp().getResponse<PortalReply>();
    const typed = request.body as { next?: unknown };
    const view = signInView(typed, localPath(typed.next), problemsOf(error));
    const html = await this.pages.render(request, new Page('account/sign-in', view, { title: 'identity.sign_in.title' }));
    reply.status(422).type('html').send(html);
  }
}
