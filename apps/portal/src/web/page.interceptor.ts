import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { mergeMap } from 'rxjs/operators';
import type { Observable } from 'rxjs';
import type { PortalReply, PortalRequest } from './http.js';
import { Page, SeeOther } from './page.js';
import { Pages } from './pages.js';

/** Turns what a handler returns into an answer: a page, a redirection, or (health, downloads) whatever it is. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly pages: Pages) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(mergeMap((result: unknown) => this.answer(http.getRequest(), http.getResponse(), result)));
  }

  private async answer(request: PortalRequest, reply: PortalReply, result: unknown): Promise<unknown> {
    if (result instanceof SeeOther) {
      reply.status(303).type('text/plain').setHeader('location', result.path);
      // Never empty: express-session holds back the last byte until the session is saved, and without one the browser is back too early.
      return `See ${result.path}\n`;
    }
    if (!(result instanceof Page)) return result;
    const html = await this.pages.render(request, result);
    reply.status(result.options.status ?? 200).type('html');
    return html;
  }
}
