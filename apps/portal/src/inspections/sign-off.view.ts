import type { InspectionDetail, InspectionReturn } from '@libs/inspection';
import { decides, refusalToSign, unjudged, unmet, untested, verdictOf } from '@pure/inspection';
import type { Hands, Person } from '@pure/inspection';
import { messageKeyOf } from '@platform-pure/errors';
import { formView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/** Who looks at the record, and what that person's roles allow. */
export interface Signer extends Person { readonly judge: boolean; readonly confirm: boolean; readonly approve: boolean; readonly sendBack: boolean; readonly steppedUp: boolean }

export interface StepView {
  readonly step: 'judge' | 'confirm' | 'approve';
  /** `act`: the button stands there; `step_up`: the second factor first; `refused`: says who may not and why; `waits`: somebody else's turn. */
  readonly kind: 'act' | 'step_up' | 'refused' | 'waits';
  readonly why: TextRef | null;
  readonly sendBack: boolean;
}

const NEXT = { open: 'judge', judged: 'confirm', confirmed: 'approve', approved: null } as const;

/** The next signature as this person sees it: separation of duties is said before the click, not after. */
export function stepView({ state, threePersons }: Pick<InspectionDetail, 'state' | 'threePersons'>, hands: Hands, signer: Signer): StepView | null {
  const step = NEXT[state];
  if (step === null) return null;
  const sendBack = step !== 'judge' && signer.sendBack && (step === 'confirm' || signer.approve);
  if (!signer[step]) return { step, kind: 'waits', why: text(`portal_inspections.waits.${step}`), sendBack };
  const refusal = refusalToSign(step, signer, hands, threePersons);
  if (refusal) return { step, kind: 'refused', why: text(messageKeyOf(refusal)), sendBack };
  return { step, kind: step === 'judge' || signer.steppedUp ? 'act' : 'step_up', why: null, sendBack };
}

export interface SignOffInput {
  readonly inspection: InspectionDetail;
  readonly hands: Hands;
  readonly signer: Signer;
  readonly returns: readonly InspectionReturn[];
  readonly typed?: object;
  readonly problems?: readonly Problem[];
}

export function signOffView({ inspection, hands, signer, returns, typed = {}, problems = [] }: SignOffInput) {
  const { statement, kind } = inspection;
  const verdict = statement?.document.verdict ?? null;
  return {
    next: stepView(inspection, hands, signer), digest: statement?.sha256 ?? null, consequence: kind === 'observation' ? 'observation' : verdict, unmet: (statement?.document.unmet ?? []).join('、'),
    returns: returns.map((one) => ({ ...one })), form: formView(['reason'], typed, problems),
  };
}

/** What the judgement will be, before it is given: the same rules that will give it. */
export function judgementView({ id, lot, items, results, criticality, kind, files }: InspectionDetail, problems: readonly Problem[] = []) {
  const found = new Map(results.map((result) => [result.itemKey, result]));
  const missing = unjudged(items, found);
  const paper = untested(items, found, criticality);
  const failed = unmet(items, found);
  const deciding = items.filter(decides);
  const count = (...wanted: readonly string[]): number => deciding.filter((item) => wanted.includes(found.get(item.key)?.result ?? 'none')).length;
  return {
    id, noteNumber: lot.noteNumber, order: `${lot.poNumber}-${lot.lineNo}`, quantity: lot.quantity, unit: lot.unit, missing: missing.join('、'), paper: paper.join('、'), ready: missing.length === 0 && paper.length === 0,
    verdict: kind === 'observation' ? 'observation' : verdictOf(items, found), problems: problems.map(({ text: said }) => ({ text: said, href: '#main' })),
    failed: failed.map((item) => ({ code: item.code, title: item.title, result: `portal.result.${found.get(item.key)!.result}`, note: found.get(item.key)!.note ?? '' })),
    total: deciding.length, conform: count('conform'), compensated: count('conform_by_compensation'), nonconform: count('nonconform'), unverifiable: count('unverifiable'), notApplicable: count('not_applicable'),
    photos: files.filter(({ itemKey }) => itemKey !== null).length, worksheets: files.filter(({ itemKey }) => itemKey === null).length,
  };
}
