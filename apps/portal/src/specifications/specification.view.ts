import type { SpecificationEdition, SpecificationView as Specification } from '@libs/specification';
import type { SpecRequirement, SpecificationDocument } from '@pure/specification';
import { necessityCell } from '../catalogs/catalog-words.view.js';
import { bothOf, code, fact, instant, link, number, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { draftPath } from './draft-head.view.js';

export interface SpecificationView {
  readonly title: { readonly ja: string; readonly en: string };
  readonly number: string;
  readonly edition: number;
  readonly facts: readonly FactView[];
  readonly catalogs: TableView;
  readonly groups: readonly { readonly name: { readonly ja: string; readonly en: string }; readonly table: TableView }[];
  readonly count: number;
  readonly checklist: TableView;
  readonly sha256: string;
}

/** What everybody who holds this edition reads: the document itself, nothing from the tables behind it. */
export function specificationView({ document, sha256 }: SpecificationEdition): SpecificationView {
  return {
    title: document.title, number: document.number, edition: document.edition, facts: specificationFacts(document), catalogs: catalogTable(document),
    groups: groupsOf(document), count: document.requirements.length, checklist: checklistTable(document), sha256,
  };
}

function specificationFacts({ buyer, criticality, governingDocument, scope, author, approval }: SpecificationDocument): FactView[] {
  return [
    fact('specification.print.buyer', words({ ja: buyer.name, en: buyer.nameEn ?? buyer.name }, buyer.department)),
    fact('portal.governing_document', word(`specification.governing.${governingDocument}`)),
    fact('portal.criticality', word(`specification.criticality.${criticality}`)),
    fact('specification.print.scope', words(scope)),
    fact('common.field.author', words(author.name, author.department)),
    fact('common.field.approver', words(approval.name, approval.department)),
    fact('portal.approved_at', instant(approval.at)),
  ];
}

function catalogTable({ catalogs }: SpecificationDocument): TableView {
  const rows = catalogs.map((one) => [words(one.title), words(one.edition), word(`catalog.status.${one.status}`), code(one.sha256)]);
  return table('specification.print.basis', ['common.field.title', 'specification.print.edition', 'specification.print.status', 'catalog.fingerprint'], rows, 'portal.specification.no_catalogs');
}

const COLUMNS = ['common.field.code', 'specification.print.requirement', 'catalog.necessity', 'specification.print.level', 'catalog.method', 'portal.evidence_kinds'];

function groupsOf({ requirements, catalogs }: SpecificationDocument): SpecificationView['groups'] {
  return catalogs.map((catalog) => {
    const rows = requirements.filter(({ catalogKey }) => catalogKey === catalog.key).map(requirementRow);
    return { name: catalog.title, table: table('portal.specification.requirements', COLUMNS, rows, 'portal.specification.no_requirements') };
  }).filter(({ table: { rows } }) => rows.length > 0);
}

/** Our own wording is a gist and says so (domain.md §0b.13). */
function requirementRow(item: SpecRequirement): Cell[] {
  const official = item.textKind === 'official' && item.officialText;
  const evidence = { ja: item.evidenceKinds.map(({ ja }) => ja).join('、'), en: item.evidenceKinds.map(({ en }) => en).join(', ') };
  return [
    words(item.code), words(official ? bothOf(official) : { ja: `${item.title.ja}（要約）`, en: `${item.title.en} (summary)` }, item.criterion), necessityCell(item.necessity, item.condition),
    item.requiredLevel === null ? words('') : number(item.requiredLevel), word(`catalog.method.${item.method}`), words(evidence)];
}

function checklistTable({ checklist }: SpecificationDocument): TableView {
  const rows = checklist.map((item) => [
    words(item.code), words(item.title), word(`catalog.gate.${item.gate}`), word(`catalog.owner.${item.owner}`), necessityCell(item.necessity, item.condition), words(item.evidence)]);
  const columns = ['common.field.code', 'portal.item', 'catalog.gate', 'catalog.owner', 'catalog.necessity', 'portal.evidence_kinds'];
  return table('specification.print.checklist', columns, rows, 'specification.print.no_checklist');
}

export interface OwnEditionView {
  readonly send: string | null;
  readonly copy: string | null;
  /** A revision can be opened, is being worked on (link), or is not this person's to open. */
  readonly revise: { readonly action: string; readonly version: number } | null;
  readonly draft: string | null;
  readonly newer: string | null;
  readonly editions: TableView | null;
}

/** The next steps of those who own the edition. Only the newest is revised and offered for sending first. */
export function ownEditionView(specification: Specification, editionId: string, may: { readonly revise: boolean; readonly send: boolean; readonly copy: boolean }): OwnEditionView {
  const { id, state, version, editions } = specification;
  const newest = editions[0]!;
  return {
    send: may.send ? `/requests/new?specification=${editionId}` : null, copy: may.copy ? `/specifications/new?copy=${editionId}` : null,
    revise: may.revise && state === 'approved' ? { action: `${draftPath(id)}/revision`, version } : null,
    draft: state === 'approved' ? null : draftPath(id), newer: newest.id === editionId ? null : `/specifications/${newest.id}`,
    editions: editions.length < 2 ? null : table('portal_specifications.editions', ['specification.print.edition', 'common.field.approver', 'portal.approved_at', 'catalog.fingerprint'], editions.map((one) => [
      link({ ja: `第${one.edition}版`, en: `Edition ${one.edition}` }, one.id === editionId ? null : `/specifications/${one.id}`), words(one.approvedBy), instant(one.approvedAt), code(one.sha256)]), 'common.empty.nothing'),
  };
}
