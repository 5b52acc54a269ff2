import type { SealedAct } from '@platform-pure/signing';
import type { Id, StepUpMethod } from '@platform-pure/tenancy';

export type AttestationId = Id<'Attestation'>;
export const RESPONSE_STATEMENT = 'response_statement';

/** A named person stood behind these exact bytes. */
export interface Attestation {
  readonly id: AttestationId;
  readonly statementId: string;
  /** sha-256 (hex) of the statement's canonical JSON, as the person was shown it. */
  readonly digest: string;
  readonly role: string;
  readonly name: string;
  readonly department: string | null;
  readonly personKey: string | null;
  readonly method: StepUpMethod;
  /** The signer also submitted the statement: a supplier of one person, printed as such. */
  readonly withoutSeparation: boolean;
  readonly signedAt: Date;
}

/** The act as it goes into the bytes the organisation seals (design §4). */
export function sealedAct(attestation: Attestation): SealedAct {
  const { role, name, department, personKey, method, digest, signedAt } = attestation;
  return { role, name, department, personKey, method, at: signedAt.toISOString(), digest };
}
