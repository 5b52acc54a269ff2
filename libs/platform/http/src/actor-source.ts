import type { IncomingMessage } from 'node:http';
import type { Actor } from '@platform-pure/tenancy';

/** How one door recognises who comes in: a session cookie at the portal, an access token at the API. */
export abstract class ActorSource {
  /** The actor in the chosen organisation, or null. */
  abstract actor(request: IncomingMessage): Promise<Actor | null>;
  /** True when a person is signed in, with or without an organisation. */
  abstract signedIn(request: IncomingMessage): boolean;
}

/** A request after the guard. */
export interface ActorRequest extends IncomingMessage { actor?: Actor }
