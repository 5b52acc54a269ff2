import { invalid } from '@platform-pure/errors';
import { editionProblems } from './edition-check.rules.js';
import type { FactName } from './facts.rules.js';
import type { Necessity } from './necessity.rules.js';
import { EDITION_TYPE } from './vocabulary.rules.js';
import type {
  AchievementLevel, Applicability, Bilingual, CandidateStatus, EditionStatus, Gate, MakerType, Method, RequirementKind, Subject, Track, YesPartlyNo,
} from './vocabulary.rules.js';

/** Not applicable and don't know are always possible beside the scale; the scale comes from the edition (domain.md §0b.14). */
export type AnswerScale =
  | { readonly kind: 'levels'; readonly levels: readonly { readonly value: AchievementLevel; readonly label: Bilingual }[] }
  | { readonly kind: 'yes_partly_no'; readonly answers: readonly { readonly value: YesPartlyNo; readonly label: Bilingual }[] };

/** What a first specification inherits, so that it can be sent within minutes (domain.md §0b.15). All of it is ours, not the source's. */
export interface RequirementDefaults {
  readonly criterion: Bilingual;
  readonly method: Method;
  readonly evidenceKinds: readonly Bilingual[];
  /** The threat it addresses: asking a supplier for security needs a stated reason (domain.md §0.4). */
  readonly rationale: Bilingual;
}

/** `title` is our gist (要約); `officialText` is empty until an organisation loads the source's wording (domain.md §0b.13). */
export interface RequirementRecord {
  readonly code: string;
  readonly group: Bilingual;
  readonly title: Bilingual;
  readonly textKind: 'summary';
  readonly officialText: string | null;
  /** Known to exist by its number only: shown, never asked, never counted as done. */
  readonly known?: 'text_not_seen';
  readonly subject: Subject;
  readonly track: Track;
  readonly section: string;
  readonly kind: RequirementKind;
  readonly parent?: string;
  readonly defaults: RequirementDefaults;
  readonly condition: FactName | null;
  readonly necessity: Necessity;
}

export interface ChecklistItemRecord {
  readonly code: string;
  readonly gate: Gate;
  readonly title: Bilingual;
  readonly necessity: Necessity;
  readonly condition: FactName | null;
  readonly methods: readonly Method[];
  readonly evidence: Bilingual;
  readonly source: string;
  /** Items of the buyer are reminders: they never hold, reject or count against the supplier (domain.md §0b.17). */
  readonly owner: 'buyer' | 'supplier';
  /** Judged at its own gate only: it opens a task later and never holds the certificate. */
  readonly gateOnly: boolean;
}

/** One line of the sheet from which a draft chose its items: what was considered, chosen, removed. */
export interface CandidateRecord {
  readonly code: string;
  readonly guideline: readonly string[];
  readonly checklist: readonly string[];
  readonly gist: Bilingual;
  readonly status: CandidateStatus;
  readonly requirement: string | null;
  readonly note: Bilingual | null;
}

export interface EditionDocument {
  readonly type: typeof EDITION_TYPE;
  readonly key: string;
  readonly edition: string;
  readonly title: Bilingual;
  readonly publisher: Bilingual;
  readonly source: { readonly document: string; readonly section: string; readonly date?: string; readonly note: Bilingual };
  readonly status: EditionStatus;
  readonly textKind: 'summary';
  readonly applicability?: Readonly<Record<MakerType, Applicability>>;
  readonly scale: AnswerScale;
  readonly requirements: readonly RequirementRecord[];
  readonly checklist?: readonly ChecklistItemRecord[];
  readonly candidates?: readonly CandidateRecord[];
}

/** Throws `catalog.edition_invalid`, every problem as a field error with its path, unless the value is a well-formed edition. */
export function parseEdition(value: unknown): EditionDocument {
  const problems = editionProblems(value);
  if (problems.length > 0) {
    throw invalid('catalog.edition_invalid', { count: problems.length, path: problems[0]!.path },
      problems.map(({ path, problem, value: found }) => ({ field: path, code: `catalog.document_${problem}`, params: { path, value: found ?? '' } })));
  }
  return value as EditionDocument;
}

/** The document of a new edition; throws as `parseEdition` does. */
export function buildEdition(content: Omit<EditionDocument, 'type' | 'textKind'>): EditionDocument {
  return parseEdition({ ...content, type: EDITION_TYPE, textKind: 'summary' });
}
