import { randomUUID } from 'node:crypto';
import { Catch, Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { answerTo, retryAfter } from '@platform/http';
import type { HttpAnswer } from '@platform/http';
import { Messages } from '@platform/i18n';
import type { Language } from '@platform/tenancy';
import { API_SETTINGS } from '../api-settings.js';
import type { ApiSettings } from '../api-settings.js';
import { languageOf } from './http.js';
import type { ApiReply, ApiRequest } from './http.js';
import { HttpProblem } from './problem.js';
import { problemView } from './problem.view.js';
import type { Say } from './problem.view.js';

/** Whatever was thrown becomes a problem document in the caller's language; what is inside stays in the log under the reference. */
@Catch()
@Injectable()
export class ApiErrors implements ExceptionFilter {
  constructor(private readonly messages: Messages, @Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<ApiReply>();
    if (reply.headersSent) { reply.destroy(); return; } // a download that broke off must look broken
    if (thrown instanceof ServiceUnavailableException) { reply.status(503).json(thrown.getResponse()); return; } // /readyz
    const answer = answerOf(thrown);
    const reference = String(request.id ?? randomUUID());
    if (answer.status >= 500) this.settings.logger.error({ err: thrown, reference }, 'a call failed');
    if (answer.status === 401) reply.setHeader('www-authenticate', 'Bearer realm="kenshu"');
    const wait = retryAfter(answer);
    if (wait !== null) reply.setHeader('retry-after', wait);
    // a body nobody has read must not be taken for the next call of this connection
    if (!request.complete) reply.setHeader('connection', 'close');
    const language = languageOf(request, this.settings.defaultLanguage);
    reply.status(answer.status).setHeader('content-language', language).type('application/problem+json').send(JSON.stringify(problemView(answer, reference, this.say(language))));
  }

  private say(language: Language): Say {
    return Object.assign((key: string, params?: Parameters<Messages['t']>[2]) => this.messages.t(language, key, params), { has: (key: string) => this.messages.has(language, key) });
  }
}

const CODES: Readonly<Record<number, string>> = { 400: 'api.malformed', 413: 'common.too_large', 415: 'api.not_json' };

/** What a parser of express found is the caller's doing, also where it forgot to say so. */
function answerOf(thrown: unknown): HttpAnswer {
  if (thrown instanceof HttpProblem) return { status: thrown.status, code: thrown.code, error: null };
  const { status } = (thrown ?? {}) as { status?: unknown };
  if (thrown instanceof URIError || (thrown instanceof Error && thrown.name !== 'HttpException' && typeof status === 'number' && status in CODES)) {
    return { status: typeof status === 'number' ? status : 400, code: CODES[typeof status === 'number' ? status : 400] ?? 'api.malformed', error: null };
  }
  return answerTo(thrown);
}
