import { factsNeeded, isMust } from '@pure/catalog';
import type { AnswerScale, Bilingual, ChecklistItemRecord, EditionStatus, FactName, Method, Necessity, Subject, Track } from '@pure/catalog';
import { documentProblems } from './document-check.rules.js';
import type { GoverningDocument } from './draft.rules.js';
import type { Criticality } from './target-level.rules.js';

export const SPECIFICATION_TYPE = 'kenshu.specification/1';

export interface SpecCatalog {
  readonly editionId: string;
  readonly key: string;
  readonly edition: string;
  readonly status: EditionStatus;
  readonly sha256: string;
  readonly title: Bilingual;
}

export interface SpecRequirement {
  /** `meti-factory-checklist:2-7`; answers, findings and results name items by it. */
  readonly key: string;
  readonly catalogKey: string;
  readonly code: string;
  readonly group: Bilingual;
  readonly title: Bilingual;
  readonly textKind: 'summary' | 'official';
  readonly officialText: string | null;
  readonly subject: Subject;
  readonly track: Track;
  readonly necessity: Necessity;
  readonly condition: FactName | null;
  /** 1–5, only where the catalogue's scale has levels. */
  readonly requiredLevel: number | null;
  readonly criterion: Bilingual;
  readonly method: Method;
  readonly evidenceKinds: readonly Bilingual[];
  readonly rationale: Bilingual;
}

/** `key` is `acceptance-checklist:AC-07`. */
export interface SpecChecklistItem extends ChecklistItemRecord { readonly key: string }

export interface SpecAuthor { readonly name: string; readonly department: string | null; readonly personKey: string }
/** `at` is ISO 8601, UTC. */
export interface SpecApproval extends SpecAuthor { readonly method: string; readonly at: string }

/** 要求仕様書, one approved edition: content-addressed, immutable, what a request sends and an agreement names (design.md §4). */
export interface SpecificationDocument {
  readonly type: typeof SPECIFICATION_TYPE;
  readonly number: string;
  readonly edition: number;
  readonly title: Bilingual;
  readonly governingDocument: GoverningDocument;
  readonly buyer: {
    readonly organizationId: string; readonly name: string; readonly nameEn: string | null; readonly department: string | null;
    readonly contact: { readonly name: string; readonly email: string } | null;
  };
  readonly criticality: Criticality;
  readonly scope: string;
  readonly catalogs: readonly SpecCatalog[];
  readonly scales: Readonly<Record<string, AnswerScale>>;
  readonly requirements: readonly SpecRequirement[];
  readonly checklist: readonly SpecChecklistItem[];
  /** What a request states about the delivery, because a condition tests it. */
  readonly factNames: readonly FactName[];
  readonly author: SpecAuthor;
  readonly approval: SpecApproval;
}

export type SpecificationContent = Omit<SpecificationDocument, 'type' | 'factNames'>;

/** The document of one edition. Throws Error when it could not be parsed back: a defect, not a user's mistake. */
export function buildSpecification(content: SpecificationContent): SpecificationDocument {
  return parseSpecification({ type: SPECIFICATION_TYPE, ...content, factNames: factsNeeded([...content.requirements, ...content.checklist]) });
}

/** Throws Error naming the first place that is wrong unless the value is a whole, consistent specification of a type we know. */
export function parseSpecification(value: unknown): SpecificationDocument {
  const [problem, ...others] = documentProblems(value);
  if (problem) throw new Error(`not a ${SPECIFICATION_TYPE} document: ${problem.path} is ${problem.problem}${others.length ? ` and ${others.length} more` : ''}`);
  return value as SpecificationDocument;
}

/** Items of the must family that apply unless a fact takes them away: what the front page counts. */
export function mustCount(document: Pick<SpecificationDocument, 'requirements'>): number {
  return document.requirements.filter((item) => isMust(item.necessity)).length;
}
