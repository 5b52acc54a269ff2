import type { Language } from '@platform/tenancy';
import { pickLanguage } from '@platform-pure/i18n';
import type { PortalReply, PortalRequest } from './http.js';
import type { Visitor } from './visitor.js';

const COOKIE = 'kenshu-language';
const YEAR = 365 * 86_400_000;

/** The person's own choice, then this browser's, then what the browser asks for, then the installation's. */
export function languageOf(request: PortalRequest, visitor: Visitor | null, fallback: Language): Language {
  const wanted = [request.headers['accept-language'], `${fallback};q=0.001`].filter(Boolean).join(',');
  return pickLanguage(visitor?.identity.language ?? cookieOf(request), wanted);
}

/** Remembered for those who are not signed in; says nothing about who they are. */
export function rememberLanguage(reply: PortalReply, language: Language, secure: boolean): void {
  reply.cookie(COOKIE, language, { maxAge: YEAR, httpOnly: true, sameSite: 'lax', secure, path: '/' });
}

function cookieOf(request: PortalRequest): string | undefined {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=(ja|en)(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
}
