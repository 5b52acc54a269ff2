import { invalid } from '@platform-pure/errors';
import { FormReader } from '@platform-pure/forms';
import { isEmail, normalizeEmail } from '@platform-pure/identity';
import type { Actor, Language } from '@platform-pure/tenancy';
import { roleProblem } from './roles.rules.js';
import type { Role, RoleProblem } from './roles.rules.js';

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

/** What may change about a member at any time. */
export type MemberDetails = Pick<MemberContent, 'displayName' | 'department' | 'title'>;
const tidy = (text: string | null | undefined): string | undefined => text?.normalize('NFC');

function detailsIn(form: FormReader, input: Pick<MemberInput, 'displayName' | 'department' | 'title'>): MemberDetails {
  const displayName = form.optionalText('displayName', tidy(input.displayName), 200);
  if (!displayName) form.wrong('displayName', 'organization.display_name_needed');
  return { displayName: displayName ?? '', department: form.optionalText('department', tidy(input.department), 200), title: form.optionalText('title', tidy(input.title), 200) };
}

/** One thing that is wrong is told by its own code, several by a common one; the fields are named either way. */
function finish({ problems }: FormReader): void {
  if (problems.length > 0) throw invalid(problems.length === 1 ? problems[0].code : 'organization.member_invalid', { count: problems.length, ...problems[0].params }, problems);
}

/** @throws Invalid `organization.display_name_needed`, `organization.member_invalid`. */
export function readMemberDetails(input: Pick<MemberInput, 'displayName' | 'department' | 'title'>): MemberDetails {
  const form = new FormReader();
  const details = detailsIn(form, input);
  finish(form);
  return details;
}

/** @throws Invalid `common.too_long`, `common.malformed` on the field. */
export function readPersonKey(typed: string | null | undefined): string | null {
  const form = new FormReader();
  const personKey = form.optionalText('personKey', tidy(typed), 60);
  finish(form);
  return personKey;
}

/** @throws Invalid `identity.email_malformed`, `organization.display_name_needed`, `organization.<role problem>`, or `organization.member_invalid` for several. */
export function readMember(input: MemberInput): MemberContent {
  const form = new FormReader();
  const details = detailsIn(form, input);
  const personKey = form.optionalText('personKey', tidy(input.personKey), 60);
  if (!isEmail(input.email)) form.wrong('email', 'identity.email_malformed');
  const problem = roleProblem(input.roles, personKey);
  if (problem) form.wrong(fieldOf(problem), `organization.${problem}`);
  finish(form);
  return { email: normalizeEmail(input.email), ...details, personKey, roles: [...new Set(input.roles)], language: input.language ?? 'ja' };
}

const fieldOf = (problem: RoleProblem): string => problem === 'person_key_needed' ? 'personKey' : 'roles';

/** Each role once, in the given order. @throws Invalid `organization.<problem>` on the field. */
export function requireRoles(roles: readonly Role[], personKey: string | null): readonly Role[] {
  const problem = roleProblem(roles, personKey);
  if (!problem) return [...new Set(roles)];
  const code = `organization.${problem}`;
  throw invalid(code, {}, [{ field: fieldOf(problem), code }]);
}

/** For acts whose rules compare persons, such as agreeing. @throws Invalid `organization.person_key_needed`. */
export function requirePersonKey(actor: Actor): string {
  if (!actor.personKey) throw invalid('organization.person_key_needed');
  return actor.personKey;
}
