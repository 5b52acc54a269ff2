import { invalid } from '@platform-pure/errors';
import { bilingual, duplicates, listOf, oneOf, orNull, shape, text } from './shape.rules.js';
import type { Problem } from './shape.rules.js';
import { EDITION_STATUSES } from './vocabulary.rules.js';
import type { Bilingual, EditionStatus } from './vocabulary.rules.js';

export const CROSSWALK_TYPE = 'kenshu.crosswalk/1';
/** Set-theory relations (domain.md §5.5): what the source item covers of the target item. */
export const RELATIONS = ['equal', 'subset_of', 'superset_of', 'intersects', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];
/** `explicit`: the source document itself says so; `official`: its publisher does elsewhere; `inferred`: our reading, to be reviewed. */
export const PROVENANCES = ['explicit', 'official', 'inferred'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** `edition` is null for a document that is cited but not loaded; `code` is null when the relation is none. */
export interface CrosswalkEnd { readonly catalog: string; readonly edition: string | null; readonly code: string | null }

export interface CrosswalkRowRecord {
  readonly source: { readonly catalog: string; readonly edition: string; readonly code: string };
  readonly target: CrosswalkEnd;
  readonly relation: Relation;
  readonly provenance: Provenance;
  readonly rationale: Bilingual;
}

export interface CrosswalkDocument {
  readonly type: typeof CROSSWALK_TYPE;
  readonly key: string;
  readonly edition: string;
  readonly title: Bilingual;
  readonly source: { readonly document: string; readonly section: string; readonly date?: string; readonly note: Bilingual };
  readonly status: EditionStatus;
  readonly rows: readonly CrosswalkRowRecord[];
}

const row = shape({
  source: shape({ catalog: text, edition: text, code: text }),
  target: shape({ catalog: text, edition: orNull(text), code: orNull(text) }),
  relation: oneOf(RELATIONS), provenance: oneOf(PROVENANCES), rationale: bilingual,
});

const crosswalk = shape({
  type: oneOf([CROSSWALK_TYPE]), key: text, edition: text, title: bilingual,
  source: shape({ document: text, section: text, note: bilingual }, { date: text }), status: oneOf(EDITION_STATUSES), rows: listOf(row, 1),
});

const nameOf = (end: CrosswalkEnd): string => `${end.catalog}@${end.edition ?? ''}#${end.code ?? ''}`;

/** Everything that is wrong with a would-be crosswalk; empty when it is well formed. */
export function crosswalkProblems(value: unknown): Problem[] {
  const problems = crosswalk(value, '');
  if (problems.length > 0) return problems;
  const { rows } = value as CrosswalkDocument;
  return [
    ...duplicates(rows.map(({ source, target }) => `${nameOf(source)} ${nameOf(target)}`), (index) => `rows[${index}]`),
    ...rows.flatMap(({ relation, target }, index): Problem[] =>
      ((relation === 'none') === (target.code === null) ? [] : [{ path: `rows[${index}].target.code`, problem: 'inconsistent', value: relation }])),
  ];
}

/** Throws `catalog.crosswalk_invalid`, every problem as a field error with its path, unless the value is a well-formed crosswalk. */
export function parseCrosswalk(value: unknown): CrosswalkDocument {
  const problems = crosswalkProblems(value);
  if (problems.length === 0) return value as CrosswalkDocument;
  throw invalid('catalog.crosswalk_invalid', { count: problems.length, path: problems[0]!.path },
    problems.map(({ path, problem, value: found }) => ({ field: path, code: `catalog.document_${problem}`, params: { path, value: found ?? '' } })));
}
