import { invalid } from '@platform-pure/errors';
import { requireEmail } from '@platform-pure/identity';
import type { Actor, Language } from '@platform-pure/tenancy';
import { roleProblem } from './roles.rules.js';
import type { Role } from './roles.rules.js';

export interface MemberInput {
  readonly email: string;
  readonly displayName: string;
  readonly department?: string | null;
  readonly title?: string | null;
  /** Employee number, unique in the organisation; needed for sign-off roles. */
  readonly personKey?: string | null;
  readonly roles: readonly Role[];
  readonly language?: Language;
}

export interface MemberContent {
  readonly email: string;
  readonly displayName: string;
  readonly department: string | null;
  readonly title: string | null;
  readonly personKey: string | null;
  readonly roles: readonly Role[];
  readonly language: Language;
}

const tidy = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;

/** @throws Invalid `identity.email_malformed`, `organization.display_name_needed` and what {@link requireRoles} throws. */
export function readMember(input: MemberInput): MemberContent {
  const displayName = tidy(input.displayName);
  if (!displayName) throw invalid('organization.display_name_needed', {}, [{ field: 'displayName', code: 'organization.display_name_needed' }]);
  const personKey = tidy(input.personKey);
  return {
    email: requireEmail(input.email), displayName, department: tidy(input.department), title: tidy(input.title), personKey,
    roles: requireRoles(input.roles, personKey), language: input.language ?? 'ja',
  };
}

/** Each role once, in the given order. @throws Invalid `organization.<problem>` on the field. */
export function requireRoles(roles: readonly Role[], personKey: string | null): readonly Role[] {
  const problem = roleProblem(roles, personKey);
  if (!problem) return [...new Set(roles)];
  const code = `organization.${problem}`;
  throw invalid(code, {}, [{ field: problem === 'person_key_needed' ? 'personKey' : 'roles', code }]);
}

/** For acts whose rules compare persons, such as agreeing. @throws Invalid `organization.person_key_needed`. */
export function requirePersonKey(actor: Actor): string {
  if (!actor.personKey) throw invalid('organization.person_key_needed');
  return actor.personKey;
}
