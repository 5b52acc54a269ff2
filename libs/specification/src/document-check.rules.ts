import type { Conditional, FactName } from '@pure/catalog';
import { EDITION_STATUSES, FACT_NAMES, GATES, METHODS, NECESSITIES, SUBJECTS, TRACKS, factsNeeded } from '@pure/catalog';
import { GOVERNING_DOCUMENTS } from './draft.rules.js';
import { isCount, isFlag, isListOf, isNullOr, isOneOf, isRecordOf, isShape, isText, matches } from './document-shape.rules.js';
import type { ShapeCheck, ShapeProblem } from './document-shape.rules.js';
import { CRITICALITIES } from './target-level.rules.js';

const sha256 = matches(/^[0-9a-f]{64}$/);
const uuid = matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const instant = matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
const bilingual = isShape({ ja: isText, en: isText });
const condition = isNullOr(isOneOf(FACT_NAMES));
const person = { name: isText, department: isNullOr(isText), personKey: isText };

const requirement = isShape({
  key: isText, catalogKey: isText, code: isText, group: bilingual, title: bilingual, textKind: isOneOf(['summary', 'official']),
  officialText: isNullOr(isText), subject: isOneOf(SUBJECTS.filter((subject) => subject !== 'buyer_process')), track: isOneOf(TRACKS),
  necessity: isOneOf(NECESSITIES), condition, requiredLevel: isNullOr(isOneOf([1, 2, 3, 4, 5])), criterion: bilingual,
  method: isOneOf(METHODS), evidenceKinds: isListOf(bilingual), rationale: bilingual,
});

const checklistItem = isShape({
  key: isText, code: isText, gate: isOneOf(GATES), title: bilingual, necessity: isOneOf(NECESSITIES), condition,
  methods: isListOf(isOneOf(METHODS), 1), evidence: bilingual, source: isText, owner: isOneOf(['buyer', 'supplier']), gateOnly: isFlag,
});

const scale: ShapeCheck = (value, path) => {
  const kind = (value as { kind?: unknown } | null)?.kind;
  const steps = (values: readonly unknown[]): ShapeCheck => isListOf(isShape({ value: isOneOf(values), label: bilingual }), 1);
  return kind === 'levels' ? isShape({ kind: isText, levels: steps([1, 2, 3, 4, 5]) })(value, path)
    : isShape({ kind: isOneOf(['yes_partly_no']), answers: steps(['yes', 'partly', 'no']) })(value, path);
};

const specification = isShape({
  type: isOneOf(['kenshu.specification/1']), number: isText, edition: isCount, title: bilingual, governingDocument: isOneOf(GOVERNING_DOCUMENTS),
  buyer: isShape({
    organizationId: uuid, name: isText, nameEn: isNullOr(isText), department: isNullOr(isText), contact: isNullOr(isShape({ name: isText, email: isText })),
  }),
  criticality: isOneOf(CRITICALITIES), scope: isText,
  catalogs: isListOf(isShape({ editionId: uuid, key: isText, edition: isText, status: isOneOf(EDITION_STATUSES), sha256, title: bilingual }), 1),
  scales: isRecordOf(scale), requirements: isListOf(requirement, 1), checklist: isListOf(checklistItem), factNames: isListOf(isOneOf(FACT_NAMES)),
  author: isShape(person), approval: isShape({ ...person, method: isText, at: instant }),
});

/** What the parts of a well-shaped document say of each other; only what the rules below read. */
interface Parts {
  readonly catalogs: readonly { readonly key: string }[];
  readonly scales: Readonly<Record<string, { readonly kind: string }>>;
  readonly requirements: readonly (Conditional & {
    readonly key: string; readonly catalogKey: string; readonly code: string; readonly textKind: string; readonly officialText: string | null;
    readonly requiredLevel: number | null;
  })[];
  readonly checklist: readonly (Conditional & { readonly key: string })[];
  readonly factNames: readonly FactName[];
  readonly author: { readonly personKey: string };
  readonly approval: { readonly personKey: string };
}

/** Everything that is wrong with a would-be specification: first its shape, then what its parts say of each other. */
export function documentProblems(value: unknown): ShapeProblem[] {
  const problems = specification(value, '');
  return problems.length > 0 ? problems : inconsistencies(value as Parts);
}

function inconsistencies(document: Parts): ShapeProblem[] {
  const keys = [...document.requirements, ...document.checklist].map((item) => item.key);
  const catalogs = new Set(document.catalogs.map((catalog) => catalog.key));
  const facts = factsNeeded([...document.requirements, ...document.checklist]);
  const rules: [boolean, string][] = [
    [new Set(keys).size === keys.length, 'requirements'],
    [document.requirements.every((item) => item.key === `${item.catalogKey}:${item.code}` && catalogs.has(item.catalogKey)), 'requirements'],
    [document.requirements.every((item) => (item.textKind === 'official') === (item.officialText !== null)), 'requirements'],
    [document.requirements.every((item) => (item.requiredLevel !== null) === (document.scales[item.catalogKey]?.kind === 'levels')), 'scales'],
    [document.factNames.length === facts.length && facts.every((fact) => document.factNames.includes(fact)), 'factNames'],
    [document.approval.personKey !== document.author.personKey, 'approval'],
  ];
  return rules.filter(([holds]) => !holds).map(([, path]) => ({ path, problem: 'inconsistent' }));
}
