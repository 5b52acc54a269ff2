import { FACT_NAMES } from './facts.rules.js';
import { NECESSITIES, needsCondition } from './necessity.rules.js';
import type { Necessity } from './necessity.rules.js';
import { bilingual, duplicates, flag, listOf, oneOf, orNull, shape, text } from './shape.rules.js';
import type { Check, Problem } from './shape.rules.js';
import {
  APPLICABILITIES, CANDIDATE_STATUSES, EDITION_STATUSES, EDITION_TYPE, GATES, METHODS, REQUIREMENT_KINDS, SUBJECTS, TRACKS,
} from './vocabulary.rules.js';

const defaults = shape({ criterion: bilingual, method: oneOf(METHODS), evidenceKinds: listOf(bilingual, 1), rationale: bilingual });
const condition = orNull(oneOf(FACT_NAMES));

const requirement = shape({
  code: text, group: bilingual, title: bilingual, textKind: oneOf(['summary']), officialText: orNull(text), subject: oneOf(SUBJECTS),
  track: oneOf(TRACKS), section: text, kind: oneOf(REQUIREMENT_KINDS), defaults, condition, necessity: oneOf(NECESSITIES),
}, { known: oneOf(['text_not_seen']), parent: text });

const checklistItem = shape({
  code: text, gate: oneOf(GATES), title: bilingual, necessity: oneOf(NECESSITIES), condition, methods: listOf(oneOf(METHODS), 1),
  evidence: bilingual, source: text, owner: oneOf(['buyer', 'supplier']), gateOnly: flag,
});

const candidate = shape({
  code: text, guideline: listOf(text), checklist: listOf(text), gist: bilingual, status: oneOf(CANDIDATE_STATUSES),
  requirement: orNull(text), note: orNull(bilingual),
});

/** The steps of a scale, all of them and in their order: an answer stores the value, so a gap would make two editions incomparable. */
const steps = (values: readonly unknown[]): Check => (value, path) => {
  const problems = listOf(shape({ value: oneOf(values), label: bilingual }))(value, path);
  if (problems.length > 0) return problems;
  const found = (value as { value: unknown }[]).map((step) => step.value);
  return found.length === values.length && found.every((step, index) => step === values[index])
    ? [] : [{ path, problem: 'inconsistent', value: found.join(' ') }];
};

const scale: Check = (value, path) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (kind === 'levels') return shape({ kind: text, levels: steps([1, 2, 3, 4, 5]) })(value, path);
  if (kind === 'yes_partly_no') return shape({ kind: text, answers: steps(['yes', 'partly', 'no']) })(value, path);
  return oneOf(['levels', 'yes_partly_no'])(kind, `${path}.kind`);
};

const applicability = shape({ device_maker: oneOf(APPLICABILITIES), equipment_maker: oneOf(APPLICABILITIES), materials_maker: oneOf(APPLICABILITIES) });

const edition = shape({
  type: oneOf([EDITION_TYPE]), key: text, edition: text, title: bilingual, publisher: bilingual,
  source: shape({ document: text, section: text, note: bilingual }, { date: text }),
  status: oneOf(EDITION_STATUSES), textKind: oneOf(['summary']), scale, requirements: listOf(requirement),
}, { applicability, checklist: listOf(checklistItem, 1), candidates: listOf(candidate, 1) });

interface Row {
  code: string; kind?: string; parent?: string; known?: string; officialText?: string | null;
  necessity?: Necessity; condition?: string | null; requirement?: string | null;
}
interface Rows { requirements: Row[]; checklist?: Row[]; candidates?: Row[] }

/** Everything that is wrong with a would-be edition; empty when it is well formed. First the shape, then what the parts say of each other. */
export function editionProblems(value: unknown): Problem[] {
  const problems = edition(value, '');
  if (problems.length > 0) return problems;
  const document = value as Rows;
  const lists: [string, Row[]][] = [['requirements', document.requirements], ['checklist', document.checklist ?? []], ['candidates', document.candidates ?? []]];
  return [
    ...(document.requirements.length + (document.checklist ?? []).length === 0 ? [{ path: 'requirements', problem: 'empty' } as const] : []),
    ...lists.flatMap(([name, rows]) => duplicates(rows.map((row) => row.code), (index) => `${name}[${index}].code`)),
    ...lists.flatMap(([name, rows]) => rows.flatMap((row, index) => conditionProblems(row, `${name}[${index}]`))),
    ...document.requirements.flatMap((row, index) => requirementProblems(row, `requirements[${index}]`, document.requirements)),
    ...(document.candidates ?? []).flatMap((row, index) => reference(row.requirement ?? undefined, `candidates[${index}].requirement`, document.requirements)),
  ];
}

function conditionProblems(row: Row, path: string): Problem[] {
  return row.necessity !== undefined && needsCondition(row.necessity) && row.condition === null
    ? [{ path: `${path}.condition`, problem: 'missing', value: row.necessity }] : [];
}

function requirementProblems(row: Row, path: string, all: Row[]): Problem[] {
  return [
    ...reference(row.parent, `${path}.parent`, all.filter((other) => other.kind === 'requirement')),
    ...(row.kind === 'criterion' && row.parent === undefined ? [{ path: `${path}.parent`, problem: 'missing' } as const] : []),
    ...(row.kind !== 'criterion' && row.parent !== undefined ? [{ path: `${path}.parent`, problem: 'unexpected', value: row.parent } as const] : []),
    ...(row.known === 'text_not_seen' && row.officialText !== null ? [{ path: `${path}.known`, problem: 'inconsistent' } as const] : []),
  ];
}

function reference(code: string | undefined, path: string, targets: Row[]): Problem[] {
  return code === undefined || targets.some((target) => target.code === code) ? [] : [{ path, problem: 'dangling', value: code }];
}
