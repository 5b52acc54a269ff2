import type { Facts } from '@pure/catalog';
import type { Criticality } from '@pure/specification';
import { conflict, forbidden, invalid } from '@platform-pure/errors';
import type { Actor, Id, OrganizationId } from '@platform-pure/tenancy';
import { buildInspection } from './inspection.document.js';
import type { InspectedLot, InspectionBasis, InspectionKind, InspectionStatement } from './inspection.document.js';
import { inspectionState } from './inspection.states.js';
import type { InspectionState } from './inspection.states.js';
import type { InspectionItem } from './items.rules.js';
import { readResult } from './results.rules.js';
import type { InspectionFile, RecordedResult, ResultInput } from './results.rules.js';
import { assertMaySign } from './sign-off.rules.js';
import type { Person, SignOffStep } from './sign-off.rules.js';
import { unjudged, untested } from './verdict.rules.js';

export type InspectionId = Id<'Inspection'>;

export interface SignOff extends Person {
  readonly step: SignOffStep;
  readonly name: string;
  readonly department: string | null;
  readonly personKey: string;
  /** Step-up method (domain.md §0b.19), or `session` for a judgement without one. */
  readonly method: string;
  readonly at: Date;
  readonly statementSha256: string;
}

export interface InspectionRow {
  readonly id: InspectionId;
  readonly buyerOrganizationId: OrganizationId;
  readonly supplierOrganizationId: OrganizationId | null;
  readonly kind: InspectionKind;
  readonly lot: InspectedLot;
  readonly basis: InspectionBasis;
  readonly criticality: Criticality;
  readonly threePersons: boolean;
  readonly facts: Facts;
  readonly items: readonly InspectionItem[];
  readonly openedAt: Date;
  /** From 1; the next begins when a judgement is sent back. */
  readonly round: number;
}

export interface InspectionParts {
  readonly row: InspectionRow;
  readonly results: readonly RecordedResult[];
  readonly files: readonly InspectionFile[];
  /** Everybody who ever recorded a result, also one that was replaced. */
  readonly recorders: readonly Person[];
  readonly signOffs: readonly SignOff[];
  readonly statement: { readonly sha256: string; readonly document: InspectionStatement; readonly canonical: string } | null;
  readonly receiver: Person;
  readonly returned: boolean;
}

/** One lot's acceptance inspection with its rules; what it decides, the repository writes. */
export class Inspection {
  private readonly results: ReadonlyMap<string, RecordedResult>;

  constructor(private readonly parts: InspectionParts) {
    this.results = new Map(parts.results.map((result) => [result.itemKey, result]));
  }

  get row(): InspectionRow { return this.parts.row; }
  get statement(): InspectionParts['statement'] { return this.parts.statement; }

  get state(): InspectionState {
    return inspectionState({ judge: this.signed('judge'), confirm: this.signed('confirm'), approve: this.signed('approve') });
  }

  signed(step: SignOffStep): SignOff | undefined {
    return this.parts.signOffs.find((signOff) => signOff.step === step);
  }

  /** Throws `inspection.frozen`, `inspection.person_key_missing`, `inspection.no_such_item`, `inspection.result_invalid`. */
  record(actor: Actor, itemKey: string, input: ResultInput, today: string) {
    this.assertOpen();
    this.assertMaySign('judge', actor);
    const item = this.row.items.find((one) => one.key === itemKey);
    if (!item) throw invalid('inspection.no_such_item', { item: itemKey });
    return { item, ...readResult(item, input, { criticality: this.row.criticality, receivedOn: this.row.lot.receivedOn, today }) };
  }

  /** A file for an item, or for the whole. Throws `inspection.frozen`, `inspection.no_such_item`. */
  attach(itemKey: string | null): void {
    this.assertOpen();
    if (itemKey !== null && !this.row.items.some(({ key }) => key === itemKey)) throw invalid('inspection.no_such_item', { item: itemKey });
  }

  /**
   * A judgement goes back to the inspector; what was judged stays on record. A confirmation is undone by the approver only.
   * Throws `inspection.not_judged`, `inspection.already_approved`, `inspection.statement_changed`, `inspection.send_back_needs_approver`.
   */
  sendBack(actor: Actor, seenSha256: string): void {
    if (this.state === 'open') throw conflict('inspection.not_judged');
    if (this.state === 'approved') throw conflict('inspection.already_approved');
    this.assertUnchanged(seenSha256);
    if (this.state === 'confirmed' && !actor.roles.includes('approver')) throw forbidden('inspection.send_back_needs_approver');
  }

  /** Freezes what was found. Throws `inspection.not_all_judged`, `inspection.own_test_missing` naming the items, and what `assertOpen` throws. */
  judge(actor: Actor, now: Date, today: string): InspectionStatement {
    this.assertOpen();
    this.assertMaySign('judge', actor);
    const { row } = this;
    const missing = unjudged(row.items, this.results);
    if (missing.length > 0) throw invalid('inspection.not_all_judged', { items: missing.join(', '), count: missing.length });
    const paper = untested(row.items, this.results, row.criticality);
    if (paper.length > 0) throw invalid('inspection.own_test_missing', { items: paper.join(', ') });
    return buildInspection({
      inspectionId: row.id, kind: row.kind, lot: row.lot, basis: row.basis, criticality: row.criticality, threePersons: row.threePersons, facts: row.facts,
      items: row.items, results: this.results, files: this.parts.files, round: row.round, inspectedOn: today, judgedBy: { name: actor.name, department: actor.department }, judgedAt: now.toISOString(),
    });
  }

  /** Throws `inspection.not_judged`, `inspection.already_confirmed`, `inspection.statement_changed`, and what `assertMaySign` throws. */
  confirm(actor: Actor, seenSha256: string): void {
    if (this.state === 'open') throw conflict('inspection.not_judged');
    if (this.state !== 'judged') throw conflict('inspection.already_confirmed');
    this.assertUnchanged(seenSha256);
    this.assertMaySign('confirm', actor);
  }

  /** Throws `inspection.not_confirmed`, `inspection.already_approved`, `inspection.statement_changed`, and what `assertMaySign` throws. */
  approve(actor: Actor, seenSha256: string): void {
    if (this.state === 'approved') throw conflict('inspection.already_approved');
    if (this.state !== 'confirmed') throw conflict('inspection.not_confirmed');
    this.assertUnchanged(seenSha256);
    this.assertMaySign('approve', actor);
  }

  private assertOpen(): void {
    if (this.state !== 'open') throw conflict('inspection.frozen');
    if (this.parts.returned) throw conflict('inspection.lot_returned');
  }

  /** What was signed before is what is signed now: the same bytes, and the bytes this person saw. */
  private assertUnchanged(seenSha256: string): void {
    const { statement, signOffs } = this.parts;
    const same = statement !== null && seenSha256 === statement.sha256 && signOffs.every((signOff) => signOff.statementSha256 === statement.sha256);
    if (!same) throw conflict('inspection.statement_changed');
  }

  private assertMaySign(step: SignOffStep, actor: Actor): void {
    const judge = this.signed('judge');
    const { recorders } = this.parts;
    assertMaySign(step, actor, {
      inspectors: judge ? [judge, ...recorders] : recorders, confirmer: this.signed('confirm') ?? null, receiver: this.parts.receiver,
    }, this.row.threePersons);
  }
}
