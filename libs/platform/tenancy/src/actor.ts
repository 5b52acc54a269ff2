import type { IdentityId, MemberId, OrganizationId } from './ids.js';

export type Language = 'ja' | 'en';

/** Strongest first (domain.md §0b.19). The method is named on what is signed. */
export type StepUpMethod = 'passkey' | 'password_totp' | 'password_mail_code';

/** Proof that the person showed a second factor just now; ends at `expiresAt`. */
export interface StepUpGrant {
  readonly method: StepUpMethod;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
}

/** Who is acting now, for which organisation, and how they came in. */
export interface Actor {
  readonly organizationId: OrganizationId;
  readonly memberId: MemberId | null;
  readonly identityId: IdentityId | null;
  /** Employee number: sign-off rules compare persons, not accounts (domain.md §3.4 rule 10). */
  readonly personKey: string | null;
  readonly name: string;
  readonly department: string | null;
  readonly roles: readonly string[];
  readonly via: 'session' | 'token' | 'system';
  readonly stepUp: StepUpGrant | null;
  readonly language: Language;
}

/** The product itself acting for one organisation: reactions, scheduled work, sealing. */
export function systemActor(organizationId: OrganizationId): Actor {
  return {
    organizationId, memberId: null, identityId: null, personKey: null, name: 'system', department: null,
    roles: ['system'], via: 'system', stepUp: null, language: 'ja',
  };
}
