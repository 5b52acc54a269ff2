import { GATES, isMust } from '@pure/catalog';
import type { AnswerScale, Bilingual, FactName, Necessity } from '@pure/catalog';
import { mustCount } from './specification.document.js';
import type { SpecChecklistItem, SpecRequirement, SpecificationDocument } from './specification.document.js';

/** A text of the product in both languages, by its message key. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => Bilingual;

export interface PrintedLine { readonly label: Bilingual; readonly text: string; readonly sub: string | null }
export interface PrintedRequirement {
  /** In pieces between which a line may break: `software.`, `operation_`, `maintenance.`, `5`. */
  readonly code: readonly string[]; readonly title: Bilingual; readonly official: string | null; readonly criterion: Bilingual;
  readonly necessity: Bilingual; readonly must: boolean; readonly condition: Bilingual | null; readonly level: number | null;
  readonly method: Bilingual; readonly evidence: Bilingual; readonly rationale: Bilingual;
}
export interface PrintedCheck {
  readonly code: string; readonly title: Bilingual; readonly necessity: Bilingual; readonly condition: Bilingual | null;
  readonly methods: Bilingual; readonly evidence: Bilingual; readonly owner: Bilingual; readonly source: string;
}
export interface PrintedCatalog {
  readonly title: Bilingual; readonly edition: string; readonly status: Bilingual; readonly notFinal: boolean; readonly sha256: string;
  readonly scale: readonly { readonly value: string; readonly label: Bilingual }[];
  readonly groups: readonly { readonly title: Bilingual; readonly rows: readonly PrintedRequirement[] }[];
}
export interface SpecificationPrint {
  readonly number: string;
  readonly heading: Bilingual;
  readonly labels: Readonly<Record<(typeof LABELS)[number], Bilingual>>;
  readonly head: readonly PrintedLine[];
  readonly counts: Bilingual;
  readonly notFinal: Bilingual | null;
  readonly facts: readonly Bilingual[];
  /** Only those requirements are drawn from; a catalogue that gives checklist items alone is named with them. */
  readonly catalogs: readonly PrintedCatalog[];
  readonly gates: readonly { readonly title: Bilingual; readonly rows: readonly PrintedCheck[] }[];
  readonly signOff: readonly { readonly role: Bilingual; readonly name: string; readonly department: string | null; readonly method: Bilingual | null; readonly at: string | null }[];
  readonly sha256: string;
}

const LABELS = [
  'document', 'requirements', 'checklist', 'facts', 'basis', 'code', 'requirement', 'criterion', 'necessity', 'level', 'method', 'evidence',
  'rationale', 'item', 'owner', 'source', 'summary', 'summary_note', 'official', 'scale', 'digest', 'edition_digest', 'facts_note', 'checklist_note',
  'edition', 'status', 'no_checklist', 'check_method',
] as const;

/** Everything that is printed, computed from the document and nothing else (design.md §4); `sha256` is the document's own digest. */
export function specificationView(document: SpecificationDocument, sha256: string, say: Say): SpecificationPrint {
  return {
    number: document.number,
    heading: say('specification.print.heading', { number: document.number, edition: document.edition }),
    labels: Object.fromEntries(LABELS.map((label) => [label, say(`specification.print.${label}`)])) as SpecificationPrint['labels'],
    head: headOf(document, say),
    counts: say('specification.print.counts', {
      total: document.requirements.length, must: mustCount(document), checks: document.checklist.filter((item) => item.owner === 'supplier').length,
    }),
    notFinal: document.catalogs.some((catalog) => catalog.status !== 'final') ? say('specification.print.not_final') : null,
    facts: document.factNames.map((fact) => say(`catalog.fact.${fact}`)),
    catalogs: document.catalogs.map((catalog) => ({
      title: catalog.title, edition: catalog.edition, status: say(`catalog.status.${catalog.status}`), notFinal: catalog.status !== 'final',
      sha256: catalog.sha256, scale: scaleOf(document.scales[catalog.key]),
      groups: groupsOf(document.requirements.filter((item) => item.catalogKey === catalog.key), say),
    })),
    gates: GATES.map((gate) => ({
      title: { ja: `${gate} ${say(`catalog.gate.${gate}`).ja}`, en: say(`catalog.gate.${gate}`).en },
      rows: document.checklist.filter((item) => item.gate === gate).map((item) => checkOf(item, say)),
    })).filter((gate) => gate.rows.length > 0),
    signOff: signOffOf(document, say),
    sha256,
  };
}

function headOf({ title, buyer, ...document }: SpecificationDocument, say: Say): PrintedLine[] {
  const line = (key: string, text: string, sub: string | null = null): PrintedLine => ({ label: say(`specification.print.${key}`), text, sub });
  const both = (key: string, value: Bilingual): PrintedLine => line(key, value.ja, value.en);
  return [
    both('title', title),
    line('buyer', [buyer.name, buyer.department].filter(Boolean).join('　'), buyer.nameEn),
    ...(buyer.contact ? [line('contact', `${buyer.contact.name}　${buyer.contact.email}`)] : []),
    line('scope', document.scope),
    both('governing_document', say(`specification.governing.${document.governingDocument}`)),
    both('criticality', say(`specification.criticality.${document.criticality}`)),
  ];
}

function scaleOf(scale: AnswerScale | undefined): PrintedCatalog['scale'] {
  if (!scale) return [];
  const steps = scale.kind === 'levels' ? scale.levels : scale.answers;
  return steps.map(({ value, label }) => ({ value: scale.kind === 'levels' ? String(value) : '', label }));
}

function groupsOf(items: readonly SpecRequirement[], say: Say): PrintedCatalog['groups'] {
  const titles = [...new Map(items.map((item) => [item.group.ja, item.group])).values()];
  return titles.map((title) => ({ title, rows: items.filter((item) => item.group.ja === title.ja).map((item) => requirementOf(item, say)) }));
}

function requirementOf(item: SpecRequirement, say: Say): PrintedRequirement {
  return {
    code: item.code.split(/(?<=[._])/), title: item.title, official: item.officialText, criterion: item.criterion, necessity: say(`catalog.necessity.${item.necessity}`),
    must: isMust(item.necessity), condition: conditionOf(item.necessity, item.condition, say), level: item.requiredLevel,
    method: say(`catalog.method.${item.method}`), evidence: joined(item.evidenceKinds), rationale: item.rationale,
  };
}

function checkOf(item: SpecChecklistItem, say: Say): PrintedCheck {
  return {
    code: item.code, title: item.title, necessity: say(`catalog.necessity.${item.necessity}`), condition: conditionOf(item.necessity, item.condition, say),
    methods: joined(item.methods.map((method) => say(`catalog.method.${method}`))), evidence: item.evidence, owner: say(`catalog.owner.${item.owner}`),
    source: item.source,
  };
}

function conditionOf(necessity: Necessity, condition: FactName | null, say: Say): Bilingual | null {
  if (condition === null) return null;
  const [ja, en] = [say(`catalog.fact_clause.${condition}`).ja, say(`catalog.fact_clause.${condition}`).en];
  const key = necessity === 'must_unless' ? 'catalog.condition.unless' : 'catalog.condition.if';
  return { ja: say(key, { fact: ja }).ja, en: say(key, { fact: en }).en };
}

function signOffOf({ author, approval }: SpecificationDocument, say: Say): SpecificationPrint['signOff'] {
  return [
    { role: say('specification.print.approver'), name: approval.name, department: approval.department, method: say(`identity.method.${approval.method}`), at: approval.at },
    { role: say('specification.print.author'), name: author.name, department: author.department, method: null, at: null },
  ];
}

const joined = (texts: readonly Bilingual[]): Bilingual => ({ ja: texts.map((text) => text.ja).join('、'), en: texts.map((text) => text.en).join(', ') });
