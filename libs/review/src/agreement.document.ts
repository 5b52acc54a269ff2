import type { Id, StepUpMethod } from '@platform-pure/tenancy';

export type AgreementId = Id<'Agreement'>;
export const AGREEMENT_TYPE = 'kenshu.agreement/1';

/** Whether cost was talked about; the agreement cannot be made without one of the two (domain.md §0.4, §3.3). */
export interface PriceTalk { readonly state: 'recorded' | 'none_needed'; readonly note: string | null }

/** 合意, version 1: this specification, answered by this statement, with these deviations. Order lines pin it. */
export interface AgreementDocument {
  readonly type: typeof AGREEMENT_TYPE;
  readonly id: string;
  readonly request: { readonly id: string; readonly number: string };
  readonly specification: { readonly editionId: string; readonly number: string; readonly edition: number; readonly sha256: string };
  readonly statement: {
    readonly id: string; readonly sha256: string; readonly revision: number;
    /** True for a reply that the buyer registered: nobody of the supplier's signed it. Otherwise absent. */
    readonly unsigned?: true;
  };
  readonly deviations: readonly { readonly key: string; readonly text: string }[];
  readonly priceTalk: PriceTalk;
  readonly agreedBy: { readonly name: string; readonly department: string | null; readonly personKey: string | null; readonly method: StepUpMethod };
  /** ISO 8601, UTC. */
  readonly agreedAt: string;
}

export function buildAgreement(content: Omit<AgreementDocument, 'type'>): AgreementDocument {
  return { type: AGREEMENT_TYPE, ...content };
}

/** Reads an agreement back. @throws Error when it is not one of a version we know. */
export function parseAgreement(text: string): AgreementDocument {
  const value = JSON.parse(text) as Partial<AgreementDocument> | null;
  if (value?.type !== AGREEMENT_TYPE) throw new Error(`not a ${AGREEMENT_TYPE} document`);
  const parts = [value.id, value.request?.id, value.specification?.editionId, value.statement?.sha256, value.priceTalk?.state, value.agreedBy?.name, value.agreedAt];
  if (!parts.every((part) => typeof part === 'string') || !Array.isArray(value.deviations)) throw new Error(`an incomplete ${AGREEMENT_TYPE} document`);
  return value as AgreementDocument;
}
