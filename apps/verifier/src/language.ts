import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import { isLanguage, pickLanguage } from '@platform-pure/i18n';
import type { Language } from '@platform/tenancy';

/** The portal's own name for it: a choice made there holds here. */
const COOKIE = 'kenshu-language';
const YEAR = 365 * 86_400_000;

/** `?lang=`, then this browser's earlier choice, then what the browser asks for, then the installation's. */
export function languageOf(request: ExpressRequest, fallback: Language): Language {
  const chosen = chosenLanguage(request) ?? new RegExp(`(?:^|;\\s*)${COOKIE}=(ja|en)(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  return pickLanguage(chosen, [request.headers['accept-language'], `${fallback};q=0.001`].filter(Boolean).join(','));
}

/** Says nothing about who somebody is. */
export function rememberLanguage(request: ExpressRequest, reply: ExpressReply, secure: boolean): void {
  const chosen = chosenLanguage(request);
  if (chosen) reply.cookie(COOKIE, chosen, { maxAge: YEAR, httpOnly: true, sameSite: 'lax', secure, path: '/' });
}

function chosenLanguage(request: ExpressRequest): Language | undefined {
  const { lang } = request.query;
  return isLanguage(lang) ? lang : undefined;
}
