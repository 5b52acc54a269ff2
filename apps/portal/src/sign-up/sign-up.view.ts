import { PASSWORD_MIN } from '@platform-pure/identity';
import type { Role } from '@pure/organization';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/**
 * What the founder may do beside administering. Judging roles are not among them: an administrator never judges (domain.md §3.4 rule 6). The
 * first two are ticked: somebody who tries the product alone can register suppliers, write a specification and send it.
 */
export const DUTIES = ['procurement', 'requester', 'receiver'] as const satisfies readonly Role[];
const USUAL: readonly string[] = ['procurement', 'requester'];

export const dutiesOf = (ticked: readonly string[]): readonly Role[] => DUTIES.filter((role) => ticked.includes(role));

export interface AccountView { readonly email: string; readonly known: boolean; readonly path: string; readonly min: number; readonly form: FormView }

export function accountView(token: string, email: string, known: boolean, typed: object, problems?: readonly Problem[]): AccountView {
  return { email, known, path: `/sign-up/${encodeURIComponent(token)}/account`, min: PASSWORD_MIN, form: formView(['displayName', 'password'], typed, problems) };
}

export interface FoundingView { readonly person: string; readonly form: FormView; readonly duties: readonly { readonly value: string; readonly label: TextRef }[] }

const FIELDS = ['name', 'nameEn', 'address', 'corporateNumber', 'certificatePrefix', 'department', 'personKey', 'duties'];

/** `typed` is null before anything was sent: then the usual duties are ticked. */
export function foundingView(person: string, typed: object | null, problems?: readonly Problem[]): FoundingView {
  return {
    person, form: formView(FIELDS, typed ?? { duties: USUAL }, problems),
    duties: DUTIES.map((value) => ({ value, label: text('portal_organization.role_choice', { role: text(`organization.roles.${value}`), what: text(`portal_organization.role.${value}`) }) })),
  };
}
