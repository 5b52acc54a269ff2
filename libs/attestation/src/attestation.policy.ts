import { acts } from '@platform-pure/tenancy';

/** Signing is a person's act with a fresh second factor; sealing is the worker's (design §5). */
export const AttestationActs = acts('attestation', {
  read: ['anyone'],
  sign: { roles: ['supplier_signer'], stepUp: true },
  decline: ['supplier_signer', 'supplier_contact', 'supplier_respondent'],
  seal: ['system'],
});
