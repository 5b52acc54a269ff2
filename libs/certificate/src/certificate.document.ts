import type { Bilingual, Gate, Method, Necessity } from '@pure/catalog';
import type { ItemResult } from '@pure/inspection';
import type { ContractForm } from '@pure/order';
import type { Criticality, GoverningDocument } from '@pure/specification';
import { certificateProblem } from './certificate-shape.rules.js';

export const CERTIFICATE_TYPE = 'kenshu.certificate/1';

export type SignOffRole = 'approver' | 'confirmer' | 'inspector';
export interface PrintedSignOff {
  readonly role: SignOffRole;
  readonly name: string;
  readonly department: string | null;
  readonly method: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface CertificateItem {
  readonly code: string;
  readonly gate: Gate;
  readonly title: Bilingual;
  readonly necessity: Necessity;
  readonly owner: 'buyer' | 'supplier';
  readonly applies: boolean;
  readonly counted: boolean;
  readonly method: Method | null;
  readonly result: ItemResult | null;
  readonly note: string | null;
  readonly checkedOn: string | null;
  readonly evidence: readonly { readonly fileName: string; readonly sha256: string }[];
}

export const EXCEPTION_KINDS = ['conform_by_compensation', 'not_applicable', 'unverifiable', 'nonconform', 'not_checked'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];
export interface CertificateException { readonly code: string; readonly title: Bilingual; readonly kind: ExceptionKind; readonly text: string | null }

/** Counted items only: the buyer's reminders are in the table and in no figure. */
export interface CertificateCounts {
  /** Items that applied. */
  readonly applied: number;
  /** Items the facts took away. */
  readonly skipped: number;
  readonly byResult: Readonly<Record<ItemResult | 'not_checked', number>>;
  /** Of those that were found to conform. */
  readonly byMethod: Readonly<Record<Method, number>>;
}

export interface Party {
  readonly organizationId: string | null;
  readonly name: string;
  readonly nameEn: string | null;
  /** 法人番号 */
  readonly corporateNumber: string | null;
  readonly address: string;
}

/** 検収確認書, version 1: everything that is printed, so that the PDF is computed from these bytes alone (domain.md §0b.20, §3.6). */
export interface CertificateStatement {
  readonly type: typeof CERTIFICATE_TYPE;
  readonly number: string;
  /** 分納の一部 / 最終 */
  readonly kind: 'partial' | 'final';
  /** The buyer; `legalName` is the name in the certificate that seals this. */
  readonly issuer: Omit<Party, 'name'> & { readonly legalName: string; readonly department: string | null };
  readonly supplier: Party & { readonly counterpartyCode: string; readonly factoryName: string };
  readonly order: {
    readonly id: string; readonly poNumber: string; readonly lineNo: number; readonly jobNumber: string;
    readonly contractForm: ContractForm; readonly governingDocument: GoverningDocument;
  };
  readonly delivery: { readonly id: string; readonly noteNumber: string; readonly installmentNo: number; readonly installmentsTotal: number | null };
  readonly goods: {
    readonly itemName: string; readonly model: string | null; readonly unit: string; readonly ordered: number;
    /** This lot; all of it was accepted. */
    readonly accepted: number;
    /** With the lots accepted before. */
    readonly acceptedSoFar: number;
    readonly serials: readonly string[]; readonly versions: readonly { readonly name: string; readonly version: string }[];
  };
  /** Five days, never merged (domain.md §2.4). */
  readonly dates: { readonly ordered: string; readonly received: string; readonly inspected: string; readonly accepted: string; readonly issued: string };
  readonly criticality: Criticality;
  readonly basis: {
    readonly specification: { readonly editionId: string; readonly number: string; readonly edition: number; readonly title: Bilingual; readonly digest: string };
    readonly request: { readonly id: string; readonly number: string };
    readonly response: {
      readonly statementId: string; readonly revision: number; readonly digest: string;
      /** True where the buyer registered the reply for the supplier (代理登録): printed so. Otherwise absent. */
      readonly unsigned?: true;
    };
    readonly agreement: { readonly id: string; readonly agreedOn: string; readonly digest: string };
    readonly checklist: readonly { readonly key: string; readonly edition: string; readonly title: Bilingual; readonly digest: string }[];
  };
  /** The acts of the people in the envelope are bound to this digest. */
  readonly inspection: { readonly id: string; readonly digest: string };
  readonly verdict: 'passed';
  readonly counts: CertificateCounts;
  readonly items: readonly CertificateItem[];
  /** At most five; the rest is in the table of items. */
  readonly exceptions: { readonly shown: readonly CertificateException[]; readonly total: number };
  /** The line of the malware scan; null when no such item applied. */
  readonly malwareScan: { readonly code: string; readonly method: Method; readonly result: ItemResult; readonly checkedOn: string; readonly evidence: readonly string[] } | null;
  readonly confirmation: Bilingual;
  /** 承認者 | 確認者 | 検査者, in the order in which they are printed. */
  readonly signOff: readonly PrintedSignOff[];
  readonly residualNotes: readonly string[];
  /** 開示範囲 */
  readonly disclosureClass: 'public' | 'parties' | 'restricted' | 'secret';
  /** 保管期限 */
  readonly retainUntil: string;
  readonly replaces: { readonly number: string; readonly reason: string } | null;
  readonly verification: { readonly code: string; readonly url: string };
}

export function buildCertificate(content: Omit<CertificateStatement, 'type'>): CertificateStatement {
  return readCertificate({ type: CERTIFICATE_TYPE, ...content });
}

/** @throws Error naming the first thing that is wrong: a defect or a tampered row, never a user's mistake. */
export function readCertificate(value: unknown): CertificateStatement {
  const problem = certificateProblem(value, CERTIFICATE_TYPE);
  if (problem) throw new Error(`not a ${CERTIFICATE_TYPE} document: ${problem}`);
  return value as CertificateStatement;
}

export function parseCertificate(text: string): CertificateStatement {
  return readCertificate(JSON.parse(text));
}
