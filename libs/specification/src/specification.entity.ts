import { conflict, forbidden, invalid } from '@platform/errors';
import type { Id } from '@platform/tenancy';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { addMarks, isAmong } from './authorship.rules.js';
import type { Writer } from './authorship.rules.js';
import type { SpecificationDraft } from './draft.rules.js';
import { canStep, specificationState } from './specification.states.js';
import type { SpecificationState, SpecificationStep } from './specification.states.js';

export type SpecificationId = Id<'Specification'>;
export interface SpecificationNumber { readonly number: string; readonly year: number; readonly sequence: number }

/** 要求仕様書 while it is worked on. What was approved lies in editions, which nothing here can change. */
@Entity({ schema: 'app', name: 'specification' })
export class Specification {
  @PrimaryColumn({ type: 'uuid' }) id!: SpecificationId;
  @Column({ type: 'uuid', name: 'organization_id' }) organizationId!: string;
  @Column({ type: 'text' }) number!: string;
  @Column({ type: 'int', name: 'number_year' }) numberYear!: number;
  @Column({ type: 'int', name: 'number_sequence' }) numberSequence!: number;
  @Column({ type: 'jsonb' }) draft!: SpecificationDraft;
  @Column({ type: 'int', name: 'draft_edition' }) draftEdition!: number;
  @Column({ type: 'int', name: 'approved_edition' }) approvedEdition!: number;
  @Column({ type: 'uuid', name: 'author_member_id', nullable: true }) authorMemberId!: string | null;
  @Column({ type: 'text', name: 'author_name' }) authorName!: string;
  @Column({ type: 'text', name: 'author_department', nullable: true }) authorDepartment!: string | null;
  @Column({ type: 'text', name: 'author_person_key', nullable: true }) authorPersonKey!: string | null;
  @Column({ type: 'text', name: 'writer_marks', array: true }) writerMarks!: string[];
  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column({ type: 'text', name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'sent_back_at', nullable: true }) sentBackAt!: Date | null;
  @Column({ type: 'text', name: 'sent_back_reason', nullable: true }) sentBackReason!: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @VersionColumn() version!: number;

  static begin(id: SpecificationId, organizationId: string, numbered: SpecificationNumber, draft: SpecificationDraft, writer: Writer, now: Date): Specification {
    return Object.assign(new Specification(), {
      id, organizationId, number: numbered.number, numberYear: numbered.year, numberSequence: numbered.sequence, draft,
      draftEdition: 1, approvedEdition: 0, submittedAt: null, submittedBy: null, sentBackAt: null, sentBackReason: null, createdAt: now,
    }).writtenBy(writer);
  }

  get state(): SpecificationState {
    return specificationState(this);
  }

  change(draft: SpecificationDraft, writer: Writer, version: number): void {
    this.step('change', version);
    this.draft = draft;
    this.writerMarks = addMarks(this.writerMarks, writer);
  }

  /** The author stands behind the document by name and employee number: separation of duty is judged by person. */
  submit(writer: Writer, version: number, now: Date): void {
    this.step('submit', version);
    if (this.authorPersonKey === null || writer.personKey === null) throw invalid('specification.person_key_missing');
    this.writerMarks = addMarks(this.writerMarks, writer);
    this.submittedAt = now;
    this.submittedBy = writer.name;
    this.sentBackAt = null;
    this.sentBackReason = null;
  }

  sendBack(reason: string, version: number, now: Date): void {
    this.step('send_back', version);
    this.submittedAt = null;
    this.submittedBy = null;
    this.sentBackAt = now;
    this.sentBackReason = reason;
  }

  /** Throws `specification.approver_wrote_it`, `specification.person_key_missing`. */
  approve(approver: Writer, version: number): void {
    this.step('approve', version);
    if (approver.personKey === null) throw invalid('specification.person_key_missing');
    if (isAmong(approver, this.writerMarks)) throw forbidden('specification.approver_wrote_it', { number: this.number });
    this.approvedEdition = this.draftEdition;
    this.submittedAt = null;
    this.submittedBy = null;
  }

  /** A change after approval is a new edition; its draft starts as the last one and its author is who opens it. */
  revise(writer: Writer, version: number): void {
    this.step('revise', version);
    this.draftEdition = this.approvedEdition + 1;
    this.writtenBy(writer);
  }

  private writtenBy(writer: Writer): this {
    this.authorMemberId = writer.memberId;
    this.authorName = writer.name;
    this.authorDepartment = writer.department;
    this.authorPersonKey = writer.personKey;
    this.writerMarks = [...writer.marks];
    return this;
  }

  /** A stale version is a conflict before anything else is: the person must see what changed. */
  private step(step: SpecificationStep, version: number): void {
    if (this.version !== version) throw conflict('specification.stale', { number: this.number });
    if (!canStep(this.state, step)) throw conflict(`specification.not_${step}_now`, { number: this.number });
  }
}
