import type { SealedEnvelope, SealedStatement, SignerInfo } from '@platform-pure/signing';

/** In the order in which a reader should see them. The texts are `verification.checks.<code>.<state>`. */
export const CHECKS = [
  'pdf_one_signature', 'pdf_whole_file', 'pdf_signature', 'pdf_reader_agrees', 'pdf_statement_attached',
  'envelope_form', 'digest', 'seal', 'seal_same_signer',
  'issuer', 'issuer_time', 'issuer_named',
  'statement_form', 'acts_digest', 'separation_of_duty', 'status',
] as const;
export type CheckCode = (typeof CHECKS)[number];
export type CheckState = 'pass' | 'fail' | 'unknown';
export interface Check { readonly code: CheckCode; readonly state: CheckState; /** For logs and experts; not a translated text. */ readonly reason?: string }

export const VERDICTS = ['genuine', 'changed_since_issue', 'superseded', 'revoked', 'altered', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the issuer's register says today. It cannot stand in the file. */
export const STATUSES = ['issued', 'changed_since_issue', 'superseded', 'revoked'] as const;
export type DocumentStatus = (typeof STATUSES)[number];

export interface StatusSubject { readonly type: string; readonly number: string | null; readonly digest: string; readonly statement: SealedStatement }
/** Answers null when the register does not know such a document. */
export type StatusLookup = (subject: StatusSubject) => Promise<DocumentStatus | null>;

export interface VerificationOptions {
  /** Certificates of authorities that are trusted, PEM or DER. Without any, the issuer stays unknown. */
  readonly anchors: readonly (string | Uint8Array)[];
  /** Left out when offline: the status is then unknown, and said so. */
  readonly status?: DocumentStatus | StatusLookup;
  /** Today. Given, it shows that a certificate has ended since; nobody vouches for the time of such a signature. */
  readonly now?: Date;
}

export interface VerificationReport {
  readonly kind: 'pdf' | 'envelope';
  readonly verdict: Verdict;
  readonly status: DocumentStatus | 'unknown';
  readonly checks: readonly Check[];
  /** Null when the file was not read that far. Trust it only as far as the verdict goes. */
  readonly envelope: SealedEnvelope | null;
  readonly signer: SignerInfo | null;
  /** When the PDF was signed, as its signer claims. */
  readonly signedAt: Date | null;
}
