import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import type { ActorRequest } from '@platform/http';
import type { Actor, Language } from '@platform/tenancy';
import type { Visitor } from './visitor.js';

/** A request as this door's own handlers see it. */
export interface PortalRequest extends ExpressRequest, Pick<ActorRequest, 'actor'> {
  /** Looked up once per request. */
  visitor?: Promise<Visitor | null>;
  acting?: Promise<Actor | null>;
  language?: Language;
  /** The token of the forms of this answer. */
  formToken?: string;
}

export type PortalReply = ExpressReply;
