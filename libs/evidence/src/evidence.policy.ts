import { acts } from '@platform-pure/tenancy';

/** Who may add a file: whoever answers for a supplier or records a result for a buyer. Reading follows ownership and grants. */
export const EvidenceActs = acts('evidence', {
  read: ['anyone'],
  upload: ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt', 'external_expert', 'requester', 'procurement', 'receiver', 'inspector', 'confirmer'],
});
