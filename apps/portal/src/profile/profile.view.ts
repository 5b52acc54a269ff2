import type { IdentityRow, SessionLine } from '@platform/identity';
import { PASSWORD_MIN } from '@platform-pure/identity';
import type { OrganizationChoice } from '@libs/organization';
import { bothOf } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { zoneChoices } from './time-zones.rules.js';

interface Choice { readonly value: string; readonly label: TextRef | string }
interface SessionView { readonly key: string; readonly device: TextRef; readonly organization: { readonly ja: string; readonly en: string } | null; readonly startedAt: Date; readonly lastSeenAt: Date; readonly current: boolean }
interface MembershipView { readonly id: string; readonly name: { readonly ja: string; readonly en: string }; readonly current: boolean }

export interface ProfileView {
  readonly email: string;
  readonly person: FormView;
  readonly password: FormView;
  readonly min: number;
  readonly languages: readonly Choice[];
  readonly zones: readonly Choice[];
  readonly sessions: readonly SessionView[];
  readonly others: boolean;
  readonly memberships: readonly MembershipView[];
}

export interface ProfileInput {
  readonly identity: IdentityRow;
  readonly sessions: readonly SessionLine[];
  readonly choices: readonly OrganizationChoice[];
  readonly organizationId: string | null;
  readonly now: Date;
}

/** Which of the page's forms was refused, and how. */
export interface Refused { readonly form: 'person' | 'password'; readonly typed: object; readonly problems: readonly Problem[] }

const nameOf = ({ name, nameEn }: OrganizationChoice): { ja: string; en: string } => bothOf({ ja: name, en: nameEn ?? name });

export function profileView({ identity, sessions, choices, organizationId, now }: ProfileInput, refused?: Refused): ProfileView {
  const { displayName, language, timeZone } = identity;
  const ofForm = (form: Refused['form']): readonly Problem[] => refused?.form === form ? refused.problems : [];
  const names = new Map(choices.map((choice) => [choice.organizationId as string, nameOf(choice)]));
  return {
    email: identity.email, min: PASSWORD_MIN,
    person: formView(['displayName', 'language', 'timeZone'], refused?.form === 'person' ? refused.typed : { displayName, language, timeZone }, ofForm('person')),
    password: formView(['currentPassword', 'newPassword'], {}, ofForm('password'), ['currentPassword', 'newPassword']),
    languages: [{ value: 'ja', label: text('common.nav.language_ja') }, { value: 'en', label: text('common.nav.language_en') }], zones: zoneChoices(timeZone, now),
    sessions: sessions.map((session) => sessionView(session, names)), others: sessions.some(({ current }) => !current),
    memberships: choices.map((choice) => ({ id: choice.organizationId, name: nameOf(choice), current: choice.organizationId === organizationId })),
  };
}

function sessionView({ key, device, organizationId, startedAt, lastSeenAt, current }: SessionLine, names: ReadonlyMap<string, { ja: string; en: string }>): SessionView {
  const { browser, system } = device;
  const words = browser && system ? text('portal_profile.device', { browser, system }) : browser ?? system ? text('portal_profile.device_half', { name: browser ?? system ?? '' }) : text('portal_profile.device_unknown');
  return { key, device: words, organization: names.get(organizationId ?? '') ?? null, startedAt, lastSeenAt, current };
}
