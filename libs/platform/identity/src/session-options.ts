import type { SessionOptions } from 'express-session';
import type { PgSessionStore } from './pg-session-store.js';

export interface CookieSettings {
  /** Signs the cookie; several while one is being replaced, the newest first. */
  readonly secrets: string[];
  /** True behind https. A `__Host-` cookie is bound to this host and cannot be set over http (RFC 6265bis §4.1.3.2). */
  readonly secure: boolean;
}

export const cookieName = (secure: boolean): string => secure ? '__Host-kenshu' : 'kenshu';

/** What `express-session` is called with in every door that has sessions. */
export function sessionOptions(store: PgSessionStore, settings: CookieSettings): SessionOptions {
  return {
    store, name: cookieName(settings.secure), secret: settings.secrets, resave: false, saveUninitialized: false, rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: settings.secure, path: '/' },
  };
}
