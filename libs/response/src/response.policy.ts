import { acts } from '@platform-pure/tenancy';

const RESPONDENTS = ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt', 'external_expert'] as const;

/** Who may work on a supplier's response. Signing is `attestation`, returning and agreeing are `review`: acts of later stages. */
export const ResponseActs = acts('response', {
  read: ['anyone'],
  start: ['supplier_contact', 'supplier_respondent', 'supplier_signer'],
  answer: RESPONDENTS,
  /** Answers from a filled-in workbook. */
  import: RESPONDENTS,
  attach: RESPONDENTS,
  detach: RESPONDENTS,
  assign: ['supplier_contact', 'supplier_respondent', 'supplier_signer'],
  withdraw_assignment: ['supplier_contact', 'supplier_respondent', 'supplier_signer'],
  /** Which questions apply has changed: the count that the buyer sees follows. */
  count: ['system'],
  submit: ['supplier_contact', 'supplier_respondent', 'supplier_signer'],
});
