import { forbidden, stepUpRequired } from '@platform-pure/errors';
import type { Actor } from './actor.js';

/** One thing a member may do. Its name is the policy predicate, the audit action and the reaction's trigger: one word, five places. */
export interface Act {
  readonly name: string;
  readonly noun: string;
  readonly verb: string;
  readonly roles: readonly string[];
  /** Sign-off acts: a fresh second factor of a session; an access token is always refused (design §5). */
  readonly stepUp: boolean;
}

type Row = readonly string[] | { readonly roles: readonly string[]; readonly stepUp: true };

/** Declares the acts of one noun. `anyone` as a role means every member of the organisation. */
export function acts<const T extends Record<string, Row>>(noun: string, rows: T): { readonly [K in keyof T]: Act } {
  const entries = Object.entries(rows).map(([verb, row]) => {
    const roles = 'roles' in row ? row.roles : row;
    return [verb, { name: `${noun}.${verb}`, noun, verb, roles, stepUp: 'roles' in row } satisfies Act];
  });
  return Object.fromEntries(entries) as { readonly [K in keyof T]: Act };
}

/** May this actor do this, roles only: what a page asks before it shows a button. */
export function may(actor: Actor, act: Act): boolean {
  return act.roles.some((role) => role === 'anyone' ? actor.via !== 'system' : actor.roles.includes(role));
}

/** Throws `forbidden` for a missing role or a token at a sign-off, `step_up` when the second factor is missing or older than its grant. */
export function authorize(actor: Actor, act: Act, now: Date): void {
  if (!may(actor, act)) throw forbidden('common.forbidden', { act: act.name });
  if (!act.stepUp) return;
  if (actor.via !== 'session') throw forbidden('common.sign_off_needs_session', { act: act.name });
  if (!actor.stepUp || actor.stepUp.expiresAt.getTime() <= now.getTime()) throw stepUpRequired();
}
