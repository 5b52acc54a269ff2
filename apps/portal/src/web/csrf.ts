import { csrfSync } from 'csrf-sync';
import type { NextFunction } from 'express';
import { forbidden } from '@platform-pure/errors';
import type { PortalReply, PortalRequest } from './http.js';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => {
    const sent: unknown = (request.body as Record<string, unknown> | undefined)?.['_csrf'] ?? request.headers['x-csrf-token'];
    return typeof sent === 'string' ? sent : undefined;
  },
});

/** The session's own token, a hidden field of every form, a header of every call by script (OWASP CSRF Prevention Cheat Sheet, "synchronizer token"). */
export const csrfToken = (request: PortalRequest): string => generateToken(request);

/** Every method that may change something needs the token, whatever the route; there is no list of exceptions. */
export function csrfProtection(request: PortalRequest, _reply: PortalReply, next: NextFunction): void {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  next(reads || isRequestValid(request) ? undefined : forbidden('portal.form_expired'));
}
