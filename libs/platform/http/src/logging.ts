import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { HttpLogger } from 'pino-http';

export type { Logger } from 'pino';

/** Field names whose values never reach a log, wherever they stand. */
const SECRETS = ['password', 'token', 'code', 'secret', 'cookie', 'authorization', 'masterKey', 'privateKey'];

/** Structured logs (one JSON object a line) on standard error, so that standard output stays for what a command answers. */
export function createLogger(level: string, door: string): Logger {
  return pino({
    level, base: { door }, timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
  }, pino.destination({ dest: 2, sync: true }));
}

/** A link in a mail carries a one-time token, and a QR code its random code: neither belongs in a log. */
export const withoutSecrets = (url: string): string =>
  url.replace(/\?.*$/, '?…').replace(/\/(invitations?|password-reset|join|sign-up|verify)\/[^/?]+/, '/$1/…');

/** One line per request with its id, which an error page shows too; no headers, no query string, no body. */
export function requestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (request: IncomingMessage, response: ServerResponse) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
      response.setHeader('x-request-id', id);
      return id;
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({ id: request.id, method: request.method, url: withoutSecrets(request.url) }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => error || response.statusCode >= 500 ? 'error' : 'info',
  });
}

/** Nest's own messages in the same log; the routine ones only when debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void { this.logger.debug({ context }, String(message)); }
  error(message: unknown, stack?: string, context?: string): void { this.logger.error({ context, stack }, String(message)); }
  warn(message: unknown, context?: string): void { this.logger.warn({ context }, String(message)); }
  debug(message: unknown, context?: string): void { this.logger.debug({ context }, String(message)); }
  verbose(message: unknown, context?: string): void { this.logger.trace({ context }, String(message)); }
}
