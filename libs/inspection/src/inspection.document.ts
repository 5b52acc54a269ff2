import type { Bilingual, Facts, Gate, Method, Necessity } from '@pure/catalog';
import type { Criticality } from '@pure/specification';
import { counts } from './items.rules.js';
import type { InspectionItem } from './items.rules.js';
import { evidenceOf } from './results.rules.js';
import type { InspectionFile, ItemResult, RecordedResult, ResultEvidence } from './results.rules.js';
import { unmet, verdictOf } from './verdict.rules.js';
import type { Verdict } from './verdict.rules.js';

export const INSPECTION_TYPE = 'kenshu.inspection/1';

/** Acceptance judges by a pinned agreement; an observation has none, or セキュア要求 なし, and yields no verdict and no certificate (domain.md §0b.18). */
export type InspectionKind = 'acceptance' | 'observation';

export interface StatementItem {
  readonly key: string;
  readonly code: string;
  readonly gate: Gate;
  readonly title: Bilingual;
  readonly necessity: Necessity;
  readonly owner: 'buyer' | 'supplier';
  readonly applies: boolean;
  /** Whether it took part in the verdict. */
  readonly counted: boolean;
  /** Null where nobody looked: it does not apply, comes later, or is a recommendation or a reminder left open. */
  readonly method: Method | null;
  readonly result: ItemResult | null;
  readonly note: string | null;
  readonly checkedOn: string | null;
  readonly checkedBy: string | null;
  readonly evidence: readonly ResultEvidence[];
}

export interface InspectionBasis {
  readonly specification: { readonly editionId: string; readonly number: string; readonly edition: number; readonly title: Bilingual; readonly sha256: string } | null;
  readonly agreement: { readonly id: string; readonly sha256: string } | null;
  readonly response: { readonly statementId: string; readonly sha256: string; readonly revision: number } | null;
  readonly request: { readonly id: string; readonly number: string } | null;
  /** Where the items come from. */
  readonly checklist: readonly { readonly key: string; readonly edition: string; readonly sha256: string; readonly title: Bilingual }[];
}

export interface InspectedLot {
  readonly deliveryId: string;
  readonly orderLineId: string;
  readonly poNumber: string;
  readonly lineNo: number;
  readonly noteNumber: string;
  readonly installmentNo: number;
  readonly installmentsTotal: number | null;
  readonly quantity: number;
  readonly unit: string;
  readonly serials: readonly string[];
  readonly receivedOn: string;
}

/** 受入検査の記録, version 1: frozen by the inspector's judgement; confirmer and approver sign exactly these bytes (design.md §4). */
export interface InspectionStatement {
  readonly type: typeof INSPECTION_TYPE;
  readonly inspectionId: string;
  readonly kind: InspectionKind;
  readonly lot: InspectedLot;
  readonly basis: InspectionBasis;
  readonly criticality: Criticality;
  readonly threePersons: boolean;
  readonly facts: Facts;
  readonly items: readonly StatementItem[];
  /** Which judgement of this lot it is, from the second on: an earlier one was sent back. */
  readonly round?: number;
  /** Scans of the worksheet that was filled in by hand, where there are any. */
  readonly worksheets?: readonly ResultEvidence[];
  /** Null for an observation. */
  readonly verdict: Verdict | null;
  /** Deciding items that are not met; empty for an observation, which cannot reject. */
  readonly unmet: readonly string[];
  /** 検査完了日 */
  readonly inspectedOn: string;
  readonly judgedBy: { readonly name: string; readonly department: string | null };
  /** ISO 8601, UTC. */
  readonly judgedAt: string;
}

export interface InspectionContent extends Omit<InspectionStatement, 'type' | 'items' | 'verdict' | 'unmet' | 'worksheets'> {
  readonly items: readonly InspectionItem[];
  readonly results: ReadonlyMap<string, RecordedResult>;
  readonly files: readonly InspectionFile[];
}

export function buildInspection({ items, results, files, round = 1, ...content }: InspectionContent): InspectionStatement {
  const decided = content.kind === 'acceptance';
  const worksheets = files.filter(({ itemKey }) => itemKey === null).map(({ id, fileName, sha256 }) => ({ id, fileName, sha256 }));
  return {
    type: INSPECTION_TYPE, ...content, ...(round > 1 && { round }), ...(worksheets.length > 0 && { worksheets }),
    items: items.map((item) => statementItem(item, results.get(item.key), files)),
    verdict: decided ? verdictOf(items, results) : null,
    unmet: decided ? unmet(items, results).map((item) => item.code) : [],
  };
}

function statementItem(item: InspectionItem, result: RecordedResult | undefined, files: readonly InspectionFile[]): StatementItem {
  return {
    key: item.key, code: item.code, gate: item.gate, title: item.title, necessity: item.necessity, owner: item.owner, applies: item.applies,
    counted: counts(item), method: result?.method ?? null, result: result?.result ?? null, note: result?.note ?? null,
    checkedOn: result?.checkedOn ?? null, checkedBy: result?.recordedBy ?? null, evidence: evidenceOf(item.key, result?.evidence ?? [], files),
  };
}

/** Reads a statement back. @throws Error when it is not a whole statement of a version we know: a defect or a tampered row. */
export function parseInspection(text: string): InspectionStatement {
  const value = JSON.parse(text) as Partial<InspectionStatement> | null;
  if (value?.type !== INSPECTION_TYPE) throw new Error(`not a ${INSPECTION_TYPE} document`);
  const whole = typeof value.inspectionId === 'string' && value.lot && value.basis && value.criticality && value.inspectedOn && value.judgedBy
    && Array.isArray(value.items) && Array.isArray(value.unmet) && (value.verdict === null) === (value.kind === 'observation');
  if (!whole) throw new Error(`an incomplete ${INSPECTION_TYPE} document`);
  return value as InspectionStatement;
}
