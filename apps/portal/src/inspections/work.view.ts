import type { InspectionDetail, InspectionReturn } from '@libs/inspection';
import { GATES, METHODS, acceptsCompensation } from '@pure/catalog';
import { RESULTS, counts, decides, isDue, needsOwnTest, unjudged, untested } from '@pure/inspection';
import type { InspectionFile, InspectionItem, ItemResult, RecordedResult } from '@pure/inspection';
import { inspectionStatus } from '@pure/insight';
import { status } from '../web/cells.view.js';
import type { Problem } from '../web/problems.js';
import type { TextRef } from '../web/text.rules.js';
import type { ClaimView } from './claims.view.js';

export interface Typed { readonly itemKey?: string; readonly result?: string; readonly method?: string; readonly note?: string; readonly checkedOn?: string }

export interface WorkInput {
  readonly inspection: InspectionDetail;
  readonly claims: ReadonlyMap<string, readonly ClaimView[]>;
  readonly returns: readonly InspectionReturn[];
  readonly today: string;
  /** Whether this person may record here. */
  readonly records: boolean;
  /** A form that was refused: what was typed for which item, and what is wrong. */
  readonly refused?: { readonly typed: Typed; readonly problems: readonly Problem[] } | null;
  /** A form that was saved just now. */
  readonly saved?: string | null;
}

const resultsOf = ({ results }: InspectionDetail): ReadonlyMap<string, RecordedResult> => new Map(results.map((result) => [result.itemKey, result]));

/** Everything the inspector has to look at for this lot, gate by gate; what does not concern it stands folded at the end. */
export function workView(input: WorkInput) {
  const { inspection, returns, records, refused } = input;
  const { lot, items, state, basis } = inspection;
  const due = items.filter(isDue);
  const views = new Map(due.map((item, index) => [item.key, itemView(input, item, index + 1)]));
  return {
    id: inspection.id, version: inspection.round, noteNumber: lot.noteNumber, order: `${lot.poNumber}-${lot.lineNo}`, quantity: lot.quantity, unit: lot.unit, serials: lot.serials.join('、'), deliveryId: lot.deliveryId,
    status: status(inspectionStatus(state, inspection.statement?.document.verdict ?? null)), open: state === 'open' && records, observation: inspection.kind === 'observation', frozen: state !== 'open',
    high: inspection.criticality === 'high', sentBack: state === 'open' ? returns[0] ?? null : null, responseId: basis.response?.statementId ?? null,
    problems: refused ? refused.problems.map(({ field, text }) => ({ text, href: `#${fieldId(field, [...views.keys()].indexOf(refused.typed.itemKey ?? '') + 1)}` })) : [],
    gates: GATES.map((gate) => ({ gate: `catalog.gate.${gate}`, code: gate, items: due.filter((item) => item.gate === gate).map((item) => views.get(item.key)!) }))
      .filter((gate) => gate.items.length > 0).map((gate) => ({ ...gate, buyer: gate.items.every((item) => item.reminder) })),
    skipped: items.filter((item) => !isDue(item)).map((item) => ({ code: item.code, title: item.title, why: `portal_inspections.${item.applies ? 'skipped_later' : 'skipped_condition'}` })),
    progress: progressView(inspection, records), files: worksheetFiles(inspection),
  };
}

const fieldId = (field: string | null, index: number): string => `${field && ['result', 'method', 'note', 'checkedOn', 'photo'].includes(field) ? field : 'result'}-${index}`;

/** n of N, what stands between here and the judgement, and the way there for whom may judge, once. */
export function progressView(inspection: InspectionDetail, records: boolean) {
  const { items, criticality } = inspection;
  const results = resultsOf(inspection);
  const due = items.filter(isDue);
  const place = (code: string) => ({ code, href: `#item-${due.findIndex((item) => item.code === code) + 1}` });
  const missing = unjudged(items, results).map(place);
  const paper = untested(items, results, criticality).map(place);
  return {
    id: inspection.id, done: due.filter((item) => results.has(item.key)).length, total: due.length, missing, paper, toJudge: records && inspection.state === 'open', ready: missing.length === 0 && paper.length === 0,
    deciding: due.filter(decides).length, mustDone: due.filter((item) => decides(item) && results.has(item.key)).length,
  };
}

export type ItemView = ReturnType<typeof itemView>;

/** One item with what is known, what the supplier claimed, and the form. */
export function itemView(input: WorkInput, item: InspectionItem, index: number) {
  const { inspection, records, refused, saved } = input;
  const found = resultsOf(inspection).get(item.key);
  const again = refused && refused.typed.itemKey === item.key ? refused : null;
  const typed: Typed = again?.typed ?? (found ? { ...found, note: found.note ?? '' } : {});
  const wrong = (field: string): TextRef | null => again?.problems.find((problem) => (problem.field ?? 'result') === field)?.text ?? null;
  const own = needsOwnTest(item, { result: 'conform', method: 'document' }, inspection.criticality);
  return {
    index, key: item.key, inspectionId: inspection.id, code: item.code, title: item.title, evidence: item.evidence, necessity: `catalog.necessity.${item.necessity}`, reminder: !counts(item),
    deciding: decides(item), open: inspection.state === 'open' && records, ownTest: own, asked: item.methods.map((method) => `catalog.method.${method}`), claims: input.claims.get(item.key) ?? [],
    results: RESULTS.filter((result) => result !== 'conform_by_compensation' || acceptsCompensation(item.necessity))
      .map((result) => ({ value: result, id: `result-${index}-${result}`, label: `portal.result.${result}`, chosen: typed.result === result })),
    methods: METHODS.map((method) => ({ value: method, label: `catalog.method.${method}`, chosen: (typed.method || (own ? 'own_test' : item.methods[0])) === method })),
    note: typed.note ?? '', checkedOn: typed.checkedOn || input.today, noteError: wrong('note'), resultError: wrong('result'), methodError: wrong('method'), dayError: wrong('checkedOn'), photoError: wrong('photo'),
    state: stateOf(again !== null, found, saved === item.key), by: found?.recordedBy ?? null, resultTone: found ? TONES[found.result] : 'none', resultKey: found ? `portal.result.${found.result}` : 'portal_inspections.not_yet',
    files: filesOf(inspection, item.key),
  };
}

const TONES: Readonly<Record<ItemResult, 'done' | 'stop' | 'none' | 'back'>> = { conform: 'done', conform_by_compensation: 'done', nonconform: 'stop', not_applicable: 'none', unverifiable: 'back' };
const stateOf = (refused: boolean, found: RecordedResult | undefined, saved: boolean): string => `portal_inspections.save.${refused ? 'refused' : saved ? 'saved' : found ? 'stored' : 'empty'}`;

export interface FileView { readonly id: string; readonly fileName: string; readonly byteSize: number | null; readonly by: string | null; readonly at: Date | string | null; readonly removable: boolean }

/** Pictures of an item: those added here may be taken off again, those recorded with a result stay. */
export function filesOf({ files, results, state }: InspectionDetail, itemKey: string): FileView[] {
  const added = files.filter((file) => file.itemKey === itemKey).map((file) => fileView(file, state === 'open'));
  const recorded = results.find((result) => result.itemKey === itemKey)?.evidence ?? [];
  return [...added, ...recorded.filter(({ id }) => !added.some((file) => file.id === id)).map(({ id, fileName }) => ({ id, fileName, byteSize: null, by: null, at: null, removable: false }))];
}

export const worksheetFiles = ({ files, state }: InspectionDetail): FileView[] => files.filter((file) => file.itemKey === null).map((file) => fileView(file, state === 'open'));

const fileView = ({ id, fileName, byteSize, attachedBy, attachedAt }: InspectionFile, removable: boolean): FileView => ({ id, fileName, byteSize, by: attachedBy, at: attachedAt, removable });
