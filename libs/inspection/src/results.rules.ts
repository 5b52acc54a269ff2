import { METHODS, acceptsCompensation } from '@pure/catalog';
import type { Method } from '@pure/catalog';
import type { Criticality } from '@pure/specification';
import { FormReader } from '@platform-pure/forms';
import { isDue } from './items.rules.js';
import type { InspectionItem } from './items.rules.js';

export const RESULTS = ['conform', 'conform_by_compensation', 'nonconform', 'not_applicable', 'unverifiable'] as const;
export type ItemResult = (typeof RESULTS)[number];

export interface ResultEvidence { readonly id: string; readonly fileName: string; readonly sha256: string }

/** A file that was added to an item of the inspection, or (`itemKey` null) to the whole of it: the scan of the worksheet. */
export interface InspectionFile extends ResultEvidence {
  readonly itemKey: string | null;
  /** Bytes. */
  readonly byteSize: number;
  readonly attachedBy: string;
  readonly attachedAt: Date;
}

export interface RecordedResult {
  readonly itemKey: string;
  readonly method: Method;
  readonly result: ItemResult;
  readonly note: string | null;
  /** The day it was looked at: a shipment test may lie weeks before the receipt (gates are judged on their day, domain.md §0b.17). */
  readonly checkedOn: string;
  readonly evidence: readonly ResultEvidence[];
  readonly recordedBy: string;
  readonly recordedByPersonKey: string | null;
  readonly recordedByMemberId: string | null;
}

export interface ResultInput {
  readonly method: Method;
  readonly result: ItemResult;
  readonly note?: string | null;
  readonly checkedOn?: string;
}

export interface LotContext { readonly criticality: Criticality; readonly receivedOn: string; readonly today: string }

/** The evidence of one item: what was recorded with its result, and what was added to it, each file once. */
export function evidenceOf(itemKey: string, recorded: readonly ResultEvidence[], files: readonly InspectionFile[]): ResultEvidence[] {
  const added = files.filter((file) => file.itemKey === itemKey).map(({ id, fileName, sha256 }) => ({ id, fileName, sha256 }));
  return [...recorded.filter(({ id }) => !added.some((file) => file.id === id)), ...added];
}

/** High criticality takes nobody's word where the checklist offers a test of our own (domain.md §3.3, inspection → judged). */
export function needsOwnTest(item: Pick<InspectionItem, 'methods'>, result: Pick<RecordedResult, 'result' | 'method'>, criticality: Criticality): boolean {
  const passes = result.result === 'conform' || result.result === 'conform_by_compensation';
  return criticality === 'high' && passes && item.methods.includes('own_test') && result.method !== 'own_test';
}

/** Throws `inspection.result_invalid` naming every field that is wrong. */
export function readResult(item: InspectionItem, input: ResultInput, lot: LotContext): Pick<RecordedResult, 'method' | 'result' | 'note' | 'checkedOn'> {
  const form = new FormReader();
  const method = form.oneOf('method', input.method, METHODS);
  const result = form.oneOf('result', input.result, RESULTS);
  const note = form.optionalText('note', input.note, 1000);
  const checkedOn = form.date('checkedOn', input.checkedOn ?? lot.today);
  if (!isDue(item)) form.wrong('result', item.applies ? 'inspection.item_is_later' : 'inspection.item_does_not_apply', { code: item.code });
  if (result !== 'conform' && note === null) form.wrong('note', 'inspection.note_needed', { code: item.code });
  if (result === 'conform_by_compensation' && !acceptsCompensation(item.necessity)) form.wrong('result', 'inspection.compensation_not_allowed', { code: item.code });
  if (needsOwnTest(item, { result, method }, lot.criticality)) form.wrong('method', 'inspection.own_test_needed', { code: item.code });
  if (checkedOn > lot.today) form.wrong('checkedOn', 'inspection.checked_in_future');
  if (isAtTheDockOrLater(item) && checkedOn < lot.receivedOn) form.wrong('checkedOn', 'inspection.checked_before_receipt', { received: lot.receivedOn });
  form.finish('inspection.result_invalid');
  return { method, result, note, checkedOn };
}

function isAtTheDockOrLater({ gate }: InspectionItem): boolean {
  return gate === 'G2' || gate === 'G3' || gate === 'G4';
}
