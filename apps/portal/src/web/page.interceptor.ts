import { Injectable, StreamableFile } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { mergeMap } from 'rxjs/operators';
import type { Observable } from 'rxjs';
import type { PortalReply, PortalRequest } from './http.js';
import { asDownload } from './download.js';
import { Fragment, Page, SeeOther, TableFile } from './page.js';
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
    if (result instanceof TableFile) return this.file(request, reply, result);
    if (result instanceof Fragment) {
      const html = await this.pages.fragment(request, result);
      reply.status(result.status).type('html');
      return html;
    }
    if (!(result instanceof Page)) return result;
    const html = await this.pages.render(request, result);
    reply.status(result.options.status ?? 200).type('html');
    return html;
  }

  private async file(request: PortalRequest, reply: PortalReply, file: TableFile): Promise<StreamableFile> {
    const disposition = asDownload(`${file.name}.${file.format}`);
    return new StreamableFile(await this.pages.file(request, file), { type: TYPES[file.format], disposition });
  }
}

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const;
