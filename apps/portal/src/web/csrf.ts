import { csrfSync } from 'csrf-sync';
import type { NextFunction } from 'express';
import { forbidden } from '@platform-pure/errors';
import type { PortalReply, PortalRequest } from './http.js';
import { masked, unmasked } from './token-mask.js';

const { generateToken, isRequestValid } = csrfSync({
  size: 32,
  getTokenFromRequest: (request) => {
    const sent: unknown = (request.body as Record<string, unknown> | undefined)?.['_csrf'] ?? request.headers['x-csrf-token'];
    return typeof sent === 'string' ? unmasked(sent) : undefined;
  },
});

/** The session's own token, a hidden field of every form, a header of every call by script (OWASP CSRF Prevention Cheat Sheet, "synchronizer token"). */
export function csrfToken(request: PortalRequest): string {
  request.formToken ??= masked(generateToken(request)); // the same in every form of one page: it compresses
  return request.formToken;
}

/** Every method that may change something needs the token, whatever the route; there is no list of exceptions. */
export function csrfProtection(request: PortalRequest, _reply: PortalReply, next: NextFunction): void {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  next(reads || isRequestValid(request) ? undefined : forbidden('portal.form_expired'));
}
