import type { NextFunction } from 'express';
import { invalid } from '@platform-pure/errors';
import type { PortalReply, PortalRequest } from './http.js';

/** No browser sends a NUL, and PostgreSQL stores none: a form that carries one is refused before anybody reads it. */
export function refuseNul(request: PortalRequest, _reply: PortalReply, next: NextFunction): void {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const carries = Object.values(body).flat().some((value) => typeof value === 'string' && value.includes('\0'));
  next(carries ? invalid('portal.form_malformed') : undefined);
}
