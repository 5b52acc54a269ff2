import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import type { TokenVisitor } from '@libs/organization';
import type { ActorRequest } from '@platform/http';
import { pickLanguage } from '@platform-pure/i18n';
import type { Language } from '@platform/tenancy';

export interface ApiRequest extends ExpressRequest, Pick<ActorRequest, 'actor'> { visitor?: TokenVisitor }
export type ApiReply = ExpressReply;

/** What the caller asks for, then the installation's. */
export const languageOf = (request: Pick<ApiRequest, 'headers'>, fallback: Language): Language =>
  pickLanguage(null, [request.headers['accept-language'], `${fallback};q=0.001`].filter(Boolean).join(','));
