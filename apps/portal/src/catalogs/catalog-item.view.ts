import type { CrosswalkRow, PublishedEdition } from '@libs/catalog';
import type { Bilingual, ChecklistItemRecord, RequirementRecord } from '@pure/catalog';
import { fact, link, phrase, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import type { TextRef } from '../web/text.rules.js';
import { joined, necessityCell, shownWords, summaryOf } from './catalog-words.view.js';
import { methodsCell, notFinalText } from './catalogs.view.js';

export interface CatalogItemView {
  readonly catalog: Bilingual;
  readonly back: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly official: string | null;
  /** A gist of ours, or words of ours altogether (acceptance items). */
  readonly summary: boolean;
  readonly notSeen: boolean;
  readonly notFinal: TextRef | null;
  readonly facts: readonly FactView[];
  readonly defaults: readonly FactView[];
  readonly use: string | null;
  /** Key of the reason why it cannot be sent to a supplier. */
  readonly notUsable: string | null;
  readonly parts: TableView | null;
  readonly crosswalk: TableView | null;
  readonly previous: Neighbour;
  readonly next: Neighbour;
}
type Neighbour = { readonly code: string; readonly href: string } | null;

const hrefOf = (editionId: string, code: string): string => `/catalogs/${editionId}/items/${encodeURIComponent(code)}`;

function neighbours(edition: PublishedEdition, codes: readonly string[], code: string): Pick<CatalogItemView, 'previous' | 'next'> {
  const at = codes.indexOf(code);
  const to = (other: string | undefined): Neighbour => other === undefined ? null : { code: other, href: hrefOf(edition.id, other) };
  return { previous: to(codes[at - 1]), next: to(codes[at + 1]) };
}

export function requirementView(edition: PublishedEdition, record: RequirementRecord, crosswalk: TableView | null, mayUse: boolean): CatalogItemView {
  const { document, id } = edition;
  const notSeen = record.known === 'text_not_seen';
  const reason = notSeen ? 'catalog.known.text_not_seen_hint' : record.subject === 'buyer_process' ? 'portal_catalogs.buyer_process' : null;
  const parts = document.requirements.filter(({ parent }) => parent === record.code);
  const parent = document.requirements.find(({ code }) => code === record.parent);
  return {
    catalog: document.title, back: `/catalogs/${id}`, code: record.code, title: record.title, official: record.officialText, summary: !notSeen, notSeen,
    notFinal: notFinalText(document.status), crosswalk, notUsable: mayUse ? reason : null, use: mayUse && !reason ? useOf(id, record.code) : null,
    facts: notSeen ? [] : [
      fact('portal_catalogs.group', words(record.group)), fact('catalog.necessity', necessityCell(record.necessity, record.condition)),
      fact('portal_catalogs.meaning', word(`catalog.necessity_hint.${record.necessity}`)), fact('catalog.subject', word(`catalog.subject.${record.subject}`)),
      fact('catalog.track', word(`catalog.track.${record.track}`)),
      ...(parent ? [fact('portal_catalogs.parent', link(parent.code, hrefOf(id, parent.code), parent.title))] : []),
      fact('catalog.source', words(document.source.document, record.section)),
    ],
    defaults: notSeen ? [] : [
      fact('catalog.criterion', words(record.defaults.criterion)), fact('catalog.method', word(`catalog.method.${record.defaults.method}`)),
      fact('catalog.evidence_kinds', words(joined(record.defaults.evidenceKinds))), fact('catalog.rationale', words(record.defaults.rationale)),
    ],
    parts: parts.length === 0 ? null : table('portal_catalogs.parts', ['common.field.code', 'portal_catalogs.text', 'catalog.necessity'], parts.map((part) => [
      link(part.code, hrefOf(id, part.code)), words(shownWords(part)), necessityCell(part.necessity, part.condition)]), 'common.empty.nothing'),
    ...neighbours(edition, document.requirements.map(({ code }) => code), record.code),
  };
}

const useOf = (editionId: string, code: string): string => `/specifications/new?${new URLSearchParams({ catalog: editionId, item: code }).toString()}`;

export function checkView(edition: PublishedEdition, record: ChecklistItemRecord, mayUse: boolean): CatalogItemView {
  const { document, id } = edition;
  return {
    catalog: document.title, back: `/catalogs/${id}`, code: record.code, title: record.title, official: null, summary: false, notSeen: false, notFinal: notFinalText(document.status),
    crosswalk: null, notUsable: null, use: mayUse ? useOf(id, record.code) : null, parts: null,
    facts: [
      fact('catalog.gate', phrase('portal_catalogs.gate', { gate: record.gate, name: { $text: `catalog.gate.${record.gate}`, params: {} } })),
      fact('catalog.necessity', necessityCell(record.necessity, record.condition)), fact('portal_catalogs.meaning', word(`catalog.necessity_hint.${record.necessity}`)),
      fact('catalog.owner', word(`catalog.owner.${record.owner}`)),
      ...(record.owner === 'buyer' ? [fact('portal_catalogs.reminder', phrase('catalog.owner.buyer_hint'))] : []),
      ...(record.gateOnly ? [fact('portal_catalogs.later', phrase('catalog.gate_only_hint'))] : []),
      fact('catalog.method', methodsCell(record)), fact('portal.evidence_kinds', words(record.evidence)), fact('catalog.source', words(record.source)),
    ],
    defaults: [], ...neighbours(edition, (document.checklist ?? []).map(({ code }) => code), record.code),
  };
}

const CROSSWALK_COLUMNS = ['portal_catalogs.other', 'portal_catalogs.text', 'portal_catalogs.relation', 'portal_catalogs.provenance', 'portal_catalogs.why', 'portal_catalogs.checked'];

/** Both ways: what this item says of others, and what others say of it. `editions` are those that can be read here. */
export function crosswalkTable(editionId: string, code: string, rows: readonly CrosswalkRow[], editions: readonly PublishedEdition[]): TableView | null {
  if (rows.length === 0) return null;
  return table('catalog.crosswalk', CROSSWALK_COLUMNS, rows.map((row) => {
    const outward = row.sourceEditionId === editionId && row.sourceCode === code;
    const other = outward ? { id: row.targetEditionId, code: row.targetCode, name: row.targetCatalog } : { id: row.sourceEditionId, code: row.sourceCode, name: '' };
    const edition = editions.find(({ id }) => id === other.id);
    return [
      otherCell(edition, other), titleOf(edition, other.code),
      phrase(`portal_catalogs.${outward ? 'outward' : 'inward'}`, { relation: { $text: `catalog.relation.${row.relation}`, params: {} } }),
      word(`catalog.provenance.${row.provenance}`), words(row.rationale), word(row.reviewedBy ? 'catalog.reviewed' : 'catalog.not_reviewed')];
  }), 'common.empty.nothing');
}

function otherCell(edition: PublishedEdition | undefined, other: { readonly code: string | null; readonly name: string }): Cell {
  if (!edition) return words(other.code ?? '', other.name);
  const known = edition.document.requirements.some(({ code }) => code === other.code);
  return other.code !== null && known ? link(other.code, hrefOf(edition.id, other.code), edition.title) : link(other.code ?? '', null, edition.title);
}

/** What a draft considered and did not choose stands on its candidate sheet only. */
function titleOf(edition: PublishedEdition | undefined, code: string | null): Cell {
  const record = edition?.document.requirements.find((one) => one.code === code);
  if (record) return record.known === 'text_not_seen' ? word('catalog.known.text_not_seen') : words(shownWords(record));
  const candidate = edition?.document.candidates?.find((one) => one.code === code);
  if (!candidate) return word('catalog.target_not_loaded');
  return words(summaryOf(candidate.gist), { ja: `候補一覧: ${CANDIDATE.ja[candidate.status]}`, en: `On the candidate sheet: ${CANDIDATE.en[candidate.status]}` });
}

const CANDIDATE = {
  ja: { chosen: '採用', not_chosen: '不採用', removed: '除外', none: '該当なし', unclear: '判別できず' },
  en: { chosen: 'chosen', not_chosen: 'not chosen', removed: 'removed', none: 'none', unclear: 'unclear' },
} as const;
