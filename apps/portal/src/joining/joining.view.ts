import { PASSWORD_MIN } from '@platform-pure/identity';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';

/** Who stands before an invitation: signed in, known but not signed in, or new. */
export type Standing = 'signed_in' | 'known' | 'new';

export interface InvitationInput {
  readonly organizationName: string;
  readonly organizationNameEn: string | null;
  readonly inviter: { readonly name: string; readonly email: string };
  readonly invitation: { readonly email: string; readonly displayName: string; readonly roles: readonly string[] };
}

export interface InvitationView {
  readonly organization: { readonly ja: string; readonly en: string };
  readonly inviter: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly standing: Standing;
  readonly path: string;
  readonly min: number;
  readonly form: FormView;
}

/** The name begins as the colleague wrote it who invites. */
export function invitationView(letter: InvitationInput, standing: Standing, path: string, typed: object, problems?: readonly Problem[]): InvitationView {
  const { organizationName: ja, organizationNameEn, inviter, invitation } = letter;
  return {
    organization: { ja, en: organizationNameEn ?? ja }, inviter: inviter.name, email: invitation.email, roles: invitation.roles,
    standing, path, min: PASSWORD_MIN, form: formView(['displayName', 'password'], { displayName: invitation.displayName, ...typed }, problems),
  };
}

export interface JoinInput {
  readonly token: string;
  readonly email: string;
  readonly standing: Standing;
  readonly buyer: { readonly name: string; readonly nameEn: string | null };
  readonly site: { readonly makerName: string; readonly factoryName: string; readonly address: string; readonly contactName: string | null };
  readonly choices: readonly { readonly organizationId: string; readonly name: string; readonly nameEn: string | null }[];
}

export interface JoinView {
  readonly buyer: { readonly ja: string; readonly en: string };
  readonly site: JoinInput['site'];
  readonly email: string;
  readonly standing: Standing;
  /** Where the person is introduced, and where the organisation is chosen. */
  readonly path: string;
  readonly organizationPath: string;
  /** For whom the mail was handed on to. */
  readonly forwardPath: string;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
  readonly choosesNew: boolean;
  /** Nothing to choose from: the new organisation has to say its name. */
  readonly nameless: boolean;
  readonly min: number;
  readonly form: FormView;
}

/** Person and organisation begin with what the buyer's ledger says of the factory: most of it is right, the rest is corrected here. */
export function joinView(input: JoinInput, typed: object, problems?: readonly Problem[]): JoinView {
  const { buyer, site, email, standing, token } = input;
  const given = { displayName: site.contactName ?? undefined, name: site.makerName, address: site.address, ...typed } as Readonly<Record<string, string | undefined>>;
  const chosen = given.organizationId ?? (input.choices.length === 1 ? input.choices[0].organizationId : '');
  return {
    buyer: { ja: buyer.name, en: buyer.nameEn ?? buyer.name }, site, email, standing,
    nameless: input.choices.length === 0,
    path: standing === 'known' ? `/join/${token}` : `/join/${token}/account`, organizationPath: `/join/${token}`, forwardPath: `/join/${token}/forward`,
    choices: input.choices.map(({ organizationId: id, name }) => ({ id, name, chosen: id === chosen })),
    choosesNew: !input.choices.some((choice) => choice.organizationId === chosen), min: PASSWORD_MIN,
    form: formView(['displayName', 'password', 'name', 'nameEn', 'address', 'email'], given, problems),
  };
}
