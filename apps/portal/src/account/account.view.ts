import { PASSWORD_MIN } from '@platform-pure/identity';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';

export interface SignInView { readonly form: FormView; readonly next: string }

export function signInView(typed: object, next: string, problems: readonly Problem[] = []): SignInView {
  return { form: formView(['email', 'password'], typed, problems), next };
}

export interface ChoicesView {
  readonly organizations: readonly { readonly id: string; readonly name: string; readonly nameEn: string | null; readonly current: boolean }[];
  readonly next: string;
  /** Whether another one may be founded. */
  readonly mayFound: boolean;
}

export function choicesView(choices: readonly { organizationId: string; name: string; nameEn: string | null }[], current: string | null, next: string, mayFound: boolean): ChoicesView {
  return { organizations: choices.map(({ organizationId: id, name, nameEn }) => ({ id, name, nameEn, current: id === current })), next, mayFound };
}

export interface ResetView { readonly form: FormView; readonly token: string; readonly min: number }

export function resetView(token: string, problems: readonly Problem[] = []): ResetView {
  return { form: formView(['password'], {}, problems), token, min: PASSWORD_MIN };
}

export interface StepUpView { readonly form: FormView; readonly next: string; readonly email: string }

export function stepUpView(field: 'password' | 'code', email: string, next: string, problems: readonly Problem[] = []): StepUpView {
  return { form: formView([field], {}, problems), next, email };
}
