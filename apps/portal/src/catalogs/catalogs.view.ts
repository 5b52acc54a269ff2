import type { EditionOverview, ItemsFound, PublishedEdition } from '@libs/catalog';
import type { Bilingual, ChecklistItemRecord, RequirementRecord } from '@pure/catalog';
import { GATES, MAKER_TYPES, NECESSITIES, SUBJECTS, TRACKS, countItems } from '@pure/catalog';
import { code, fact, instant, link, phrase, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { addressOf } from '../web/list-query.rules.js';
import type { Asks, ListQuery } from '../web/list-query.rules.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { joined, necessityCell, shownWords } from './catalog-words.view.js';

const EDITION_COLUMNS = ['catalog.title', 'catalog.edition', 'portal_catalogs.standing', 'portal_catalogs.items', 'catalog.publisher'];

export function editionTable(editions: readonly EditionOverview[], search: string): TableView {
  const wanted = search.toLowerCase();
  const found = editions.filter(({ title, publisher, edition }) => [title.ja, title.en, publisher.ja, publisher.en, edition].some((one) => one.toLowerCase().includes(wanted)));
  const rows = found.map((one) => [
    link(one.title, `/catalogs/${one.id}`), words(one.edition), standingCell(one), phrase(...countOf(one)), words(one.publisher)]);
  return table('portal_catalogs.title', EDITION_COLUMNS, rows, search === '' ? 'catalog.empty' : 'common.empty.no_match');
}

function standingCell({ status: state, supersededBy }: EditionOverview): Cell {
  if (supersededBy) return phrase('portal_catalogs.superseded', { status: text(`catalog.status.${state}`), edition: supersededBy.edition });
  return status({ tone: state === 'final' ? 'done' : 'info', key: `catalog.status.${state}` });
}

/** Never "complete": what is known to exist and not loaded is said beside what is there (domain.md §0.2). */
function countOf({ listed, known, checks }: { readonly listed: number; readonly known: number; readonly checks: number }): [string, Readonly<Record<string, number>>] {
  if (listed === 0) return ['portal_catalogs.count_checks', { checks }];
  return known < listed ? ['portal_catalogs.count_partly', { known, notSeen: listed - known }] : ['portal_catalogs.count_known', { known }];
}

/** A draft or a public-comment edition must not be taken for an obligation (domain.md §0.1). */
export const notFinalText = (state: EditionOverview['status']): TextRef | null =>
  state === 'final' ? null : text('portal_catalogs.not_final', { status: text(`catalog.status.${state}`) });

/** What may be asked of one edition's items: only what occurs in it is offered. */
export function editionAsks({ document }: PublishedEdition): Asks & { readonly filters: Readonly<Record<string, readonly string[]>> } {
  const occurs = <T extends string>(all: readonly T[], used: readonly string[]): readonly T[] => all.filter((one) => used.includes(one));
  const { requirements, checklist = [] } = document;
  return { filters: {
    section: groupsOf(document).map((_, index) => String(index + 1)),
    track: occurs(TRACKS, requirements.map(({ track }) => track)), subject: occurs(SUBJECTS, requirements.map(({ subject }) => subject)),
    gate: occurs(GATES, checklist.map(({ gate }) => gate)), owner: occurs(['supplier', 'buyer'], checklist.map(({ owner }) => owner)),
    necessity: occurs(NECESSITIES, [...requirements, ...checklist].map(({ necessity }) => necessity)),
  } };
}

export const groupsOf = ({ requirements }: PublishedEdition['document']): Bilingual[] => [...new Map(requirements.map(({ group }) => [group.ja, group])).values()];

interface FilterView { readonly name: string; readonly label: TextRef; readonly choices: readonly { readonly value: string; readonly label: TextRef; readonly chosen: boolean }[] }

export interface EditionView {
  readonly title: Bilingual;
  readonly path: string;
  readonly facts: readonly FactView[];
  readonly notFinal: TextRef | null;
  readonly considered: boolean;
  readonly notSeen: number;
  readonly use: string | null;
  readonly search: string;
  readonly filtered: boolean;
  readonly sections: readonly { readonly value: string; readonly name: Bilingual; readonly chosen: boolean }[];
  readonly filters: readonly FilterView[];
  readonly count: TextRef;
  readonly files: { readonly xlsx: string; readonly csv: string };
  readonly groups: readonly { readonly id: string; readonly name: Bilingual | null; readonly gate: string | null; readonly table: TableView }[];
}

export interface Found { readonly requirements: ItemsFound<RequirementRecord>; readonly checklist: ItemsFound<ChecklistItemRecord> }

export function editionView(edition: PublishedEdition, query: ListQuery, found: Found, mayUse: boolean): EditionView {
  const { id, document } = edition;
  const path = `/catalogs/${id}`;
  const { filters } = editionAsks(edition);
  const shown = Object.entries(filters).filter(([name, values]) => name !== 'section' && values.length > 1);
  return {
    title: document.title, path, facts: editionFacts(edition), notFinal: notFinalText(document.status), notSeen: countItems(document).notSeen,
    considered: Object.values(document.applicability ?? {}).includes('to_be_considered'), use: mayUse ? `/specifications/new?catalog=${id}` : null,
    search: query.search, filtered: query.search !== '' || Object.keys(query.filters).length > 0,
    sections: groupsOf(document).map((name, index) => ({ value: String(index + 1), name, chosen: query.filters.section === String(index + 1) })),
    filters: shown.map(([name, values]) => filterView(name, values, query.filters[name] ?? '')),
    count: text('common.items', { count: found.requirements.total + found.checklist.total }),
    files: { xlsx: addressOf(path, query, { page: 1, format: 'xlsx' }), csv: addressOf(path, query, { page: 1, format: 'csv' }) },
    groups: [...requirementGroups(path, found.requirements.rows), ...gateGroups(path, found.checklist.rows)],
  };
}

const LABELS: Readonly<Record<string, string>> = { track: 'catalog.track', subject: 'catalog.subject', gate: 'catalog.gate', owner: 'catalog.owner', necessity: 'catalog.necessity' };
function filterView(name: string, values: readonly string[], chosen: string): FilterView {
  const choices = values.map((value) => ({ value, label: text(`catalog.${name}.${value}`), chosen: value === chosen }));
  return { name, label: text(LABELS[name]!), choices: [{ value: '', label: text('portal.list.all'), chosen: chosen === '' }, ...choices] };
}

function editionFacts({ document, edition, status: state, publishedAt, sha256, common }: PublishedEdition): FactView[] {
  const { listed, known } = countItems(document);
  const { applicability } = document;
  const makers = applicability ? MAKER_TYPES.map((maker) => text('portal_catalogs.applies', { maker: text(`catalog.maker.${maker}`), applies: text(`catalog.applicability.${applicability[maker]}`) })) : [];
  return [
    fact('catalog.publisher', words(document.publisher)), fact('catalog.edition', words(edition)),
    fact('portal_catalogs.standing', status({ tone: state === 'final' ? 'done' : 'info', key: `catalog.status.${state}` })),
    fact('portal_catalogs.items', phrase(...countOf({ listed, known, checks: (document.checklist ?? []).length }))),
    fact('catalog.source', words(document.source.document, document.source.section)),
    ...(makers.length === 3 ? [fact('catalog.applicability', phrase('portal_catalogs.three', { a: makers[0], b: makers[1], c: makers[2] }))] : []),
    fact('portal_catalogs.note', words(document.source.note)), fact('catalog.published_at', instant(publishedAt)),
    fact('portal_catalogs.whose', word(common ? 'catalog.common' : 'catalog.own')), fact('catalog.fingerprint', code(sha256)),
  ];
}

const ITEM_COLUMNS = ['common.field.code', 'portal_catalogs.text', 'catalog.necessity', 'catalog.subject', 'catalog.track', 'catalog.method'];
const CHECK_COLUMNS = ['common.field.code', 'portal.item', 'catalog.necessity', 'catalog.owner', 'catalog.method', 'portal.evidence_kinds'];
const itemLink = (path: string, itemCode: string): Cell => link(itemCode, `${path}/items/${encodeURIComponent(itemCode)}`);

function requirementGroups(path: string, rows: readonly RequirementRecord[]): EditionView['groups'] {
  const names = [...new Map(rows.map(({ group }) => [group.ja, group])).values()];
  return names.map((name, index) => {
    const lines = rows.filter(({ group }) => group.ja === name.ja).map((row) => [itemLink(path, row.code), ...requirementCells(row)]);
    return { id: `g${index + 1}`, name, gate: null, table: table('catalog.requirements', ITEM_COLUMNS, lines, 'common.empty.no_match') };
  });
}

/** An item that is known by its number only has nothing else to be shown. */
function requirementCells(row: RequirementRecord): Cell[] {
  if (row.known === 'text_not_seen') return [word('catalog.known.text_not_seen'), words(''), words(''), words(''), words('')];
  return [words(shownWords(row)), necessityCell(row.necessity, row.condition), word(`catalog.subject.${row.subject}`), word(`catalog.track.${row.track}`), word(`catalog.method.${row.defaults.method}`)];
}

function gateGroups(path: string, rows: readonly ChecklistItemRecord[]): EditionView['groups'] {
  return GATES.filter((gate) => rows.some((row) => row.gate === gate)).map((gate) => {
    const lines = rows.filter((row) => row.gate === gate).map((row) => [
      itemLink(path, row.code), words(row.title), necessityCell(row.necessity, row.condition), word(`catalog.owner.${row.owner}`), methodsCell(row), words(row.evidence)]);
    return { id: gate, name: null, gate, table: table('catalog.checklist', CHECK_COLUMNS, lines, 'common.empty.no_match') };
  });
}

export const methodsCell = ({ methods }: ChecklistItemRecord): Cell => methods.length === 1 ? word(`catalog.method.${methods[0]}`)
  : phrase('portal_catalogs.two', { a: text(`catalog.method.${methods[0]}`), b: text(`catalog.method.${methods[1]}`) });

const FILE_COLUMNS = ['portal_catalogs.group', 'common.field.code', 'portal_catalogs.text', 'catalog.necessity', 'catalog.subject', 'catalog.track', 'catalog.criterion', 'catalog.method', 'catalog.evidence_kinds', 'catalog.rationale', 'catalog.section'];
const CHECK_FILE_COLUMNS = ['catalog.gate', 'common.field.code', 'portal.item', 'catalog.necessity', 'catalog.owner', 'catalog.method', 'portal.evidence_kinds', 'catalog.source'];

/** The same items as a file, one line each. */
export function editionFile({ requirements, checklist }: Found): TableView {
  if (requirements.rows.length === 0 && checklist.rows.length > 0) {
    return table('catalog.checklist', CHECK_FILE_COLUMNS, checklist.rows.map((row) => [
      word(`catalog.gate.${row.gate}`), words(row.code), words(row.title), necessityCell(row.necessity, row.condition), word(`catalog.owner.${row.owner}`), methodsCell(row), words(row.evidence), words(row.source)]), 'common.empty.no_match', 20_000);
  }
  const rows = requirements.rows.map((row) => {
    const [shown, necessity, subject, track, method] = requirementCells(row);
    const { defaults } = row;
    const seen = row.known !== 'text_not_seen';
    return [words(row.group), words(row.code), shown!, necessity!, subject!, track!, words(seen ? defaults.criterion : ''), method!, words(seen ? joined(defaults.evidenceKinds) : ''), words(seen ? defaults.rationale : ''), words(row.section)];
  });
  return table('catalog.requirements', FILE_COLUMNS, rows, 'common.empty.no_match', 20_000);
}
