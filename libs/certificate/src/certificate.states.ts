export type CertificateState = 'prepared' | 'issuing' | 'issued' | 'superseded' | 'revoked';

export interface CertificateFacts {
  readonly signingAt: Date | null;
  readonly issuedAt: Date | null;
  /** A replacement exists and is issued; until then the old one stands. */
  readonly supersededAt: Date | null;
  readonly revokedAt: Date | null;
}

/** prepared → issuing → issued → superseded | revoked (domain.md §0b.16). Revocation is the stronger word: it says that a defect was found. */
export function certificateState(facts: CertificateFacts): CertificateState {
  if (facts.revokedAt !== null) return 'revoked';
  if (facts.supersededAt !== null) return 'superseded';
  if (facts.issuedAt !== null) return 'issued';
  return facts.signingAt === null ? 'prepared' : 'issuing';
}

/** What the public register says; it never says "prepared" or "issuing". */
export type PublishedStatus = 'issued' | 'superseded' | 'revoked';

export function publishedStatus(facts: Pick<CertificateFacts, 'supersededAt' | 'revokedAt'>): PublishedStatus {
  if (facts.revokedAt !== null) return 'revoked';
  return facts.supersededAt === null ? 'issued' : 'superseded';
}

/** Why a certificate was revoked, as the public register says it; the approver's words stay between the parties. */
export const REVOCATION_KINDS = ['defect_found', 'issued_in_error', 'fraud', 'other'] as const;
export type RevocationKind = (typeof REVOCATION_KINDS)[number];
