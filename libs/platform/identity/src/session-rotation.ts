import type { Session, SessionData } from 'express-session';
import type { IdentityId, OrganizationId } from '@platform/tenancy';
import { deviceOf } from './device.rules.js';

interface WithSession { session: Session & Partial<SessionData>; headers?: { readonly 'user-agent'?: string } }

/**
 * A new session id for a new standing: at sign-in and at switching the organisation. What was in the old session, a second factor
 * included, is gone; whoever knew its id knows nothing (OWASP Session Management Cheat Sheet, "renew after any privilege level change").
 */
export async function startSession(request: WithSession, identityId: IdentityId, organizationId: OrganizationId | null): Promise<void> {
  await promised((done) => request.session.regenerate(done));
  request.session.identityId = identityId;
  request.session.device = deviceOf(request.headers?.['user-agent']);
  if (organizationId) request.session.organizationId = organizationId;
  await promised((done) => request.session.save(done));
}

export async function endSession(request: WithSession): Promise<void> {
  await promised((done) => request.session.destroy(done));
}

function promised(call: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((error) => error ? reject(error as Error) : resolve()));
}
