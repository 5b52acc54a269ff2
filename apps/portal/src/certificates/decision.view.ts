import type { CertificateDetail } from '@libs/certificate';
import { REVOCATION_KINDS } from '@pure/certificate';
import { formView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';

export type Decision = 'supersede' | 'revoke';

/** What an approver may still do with a certificate; `decides`: whether this person is one. */
export function decisionsView({ id, state, supersessionReason }: CertificateDetail, decides: boolean) {
  const pending = state === 'prepared' || state === 'issuing';
  return { id, pending, offered: decides && state === 'issued', asked: state === 'issued' ? supersessionReason : null };
}

export interface DecisionInput {
  readonly certificate: CertificateDetail;
  readonly decision: Decision;
  readonly typed: { readonly reason?: string; readonly kind?: string };
  readonly problems: readonly Problem[];
  /** The page that repeats everything before it is done. */
  readonly check: boolean;
}

export function decisionView({ certificate, decision, typed, problems, check }: DecisionInput) {
  const { id, number, statement, sha256, state } = certificate;
  const kind = REVOCATION_KINDS.find((one) => one === typed.kind) ?? null;
  return {
    id, number, sha256, check, revoke: decision === 'revoke', path: `/certificates/${id}/${decision === 'revoke' ? 'revocation' : 'supersession'}`, possible: state === 'issued',
    supplier: statement.supplier.name, item: statement.goods.itemName, issuedOn: statement.dates.issued, form: formView(['reason', 'kind'], typed, problems),
    kinds: REVOCATION_KINDS.map((value) => ({ value, label: text(`certificate.reason.${value}`) })), reason: typed.reason?.trim() ?? '', kind, kindKey: kind ? `certificate.reason.${kind}` : null,
  };
}
