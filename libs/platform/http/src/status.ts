import { HttpException } from '@nestjs/common';
import { DomainError } from '@platform-pure/errors';

const STATUS = { invalid: 422, forbidden: 403, not_found: 404, conflict: 409, step_up: 403, too_many: 429 } as const;

export interface HttpAnswer {
  readonly status: number;
  /** Stable code; `common.unexpected` hides what is inside. */
  readonly code: string;
  readonly error: DomainError | null;
}

/** For the header `Retry-After`: seconds until it may be asked again, null where that is not the trouble. */
export const retryAfter = ({ status, error }: HttpAnswer): string | null => status === 429 ? String(error?.params.seconds ?? 60) : null;

/** One place turns what was thrown into what a stranger sees; everything unknown becomes a plain 500. */
export function answerTo(thrown: unknown): HttpAnswer {
  if (thrown instanceof DomainError) return { status: STATUS[thrown.kind], code: thrown.code, error: thrown };
  if (thrown instanceof HttpException) {
    const status = thrown.getStatus();
    return { status, code: CODES[status] ?? 'common.bad_request', error: null };
  }
  const { status, statusCode, expose } = (thrown ?? {}) as { status?: number; statusCode?: number; expose?: boolean };
  const given = status ?? statusCode; // body-parser and multer throw plain errors that carry a status
  if (expose && given && given >= 400 && given < 500) return { status: given, code: CODES[given] ?? 'common.bad_request', error: null };
  return { status: 500, code: 'common.unexpected', error: null };
}

const CODES: Readonly<Record<number, string>> = {
  401: 'common.sign_in_first', 403: 'common.forbidden', 404: 'common.not_found', 405: 'common.bad_request', 413: 'common.too_large',
  415: 'common.bad_request', 422: 'common.bad_request', 429: 'common.too_many',
};
