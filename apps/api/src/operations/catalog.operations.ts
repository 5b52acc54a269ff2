import { CatalogActs, CatalogBrowsing, CatalogQueries, EDITION_STATUSES } from '@libs/catalog';
import type { ChecklistItemRecord, CrosswalkRow, EditionDocument, RequirementRecord } from '@libs/catalog';
import { listing, query } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { digest, flag, frozen, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { bilingual } from './common.js';

const summary = { id: id(), catalogId: id(), key: text(), edition: text(), status: oneOf(EDITION_STATUSES), title: bilingual, sha256: digest(), publishedAt: instant(), common: flag() };
const edition = named('CatalogEdition', object({ ...summary, document: frozen<EditionDocument>('kenshu.catalog-edition/1: requirements, checklist items and the answer scale, as published.') }));
const requirement = named('Requirement', frozen<RequirementRecord>('One requirement as it stands in its edition.'));
const checklistItem = named('ChecklistItem', frozen<ChecklistItemRecord>('One item of an acceptance checklist as it stands in its edition.'));
const overview = named('CatalogOverview', object({
  ...summary, publisher: bilingual, listed: integer(), known: integer(), checks: integer(), supersededBy: nullable(object({ id: id(), edition: text() })),
}));
const searching = {
  q: optional(text(100)), track: optional(text(60)), subject: optional(text(60)), necessity: optional(text(60)), gate: optional(text(10)), owner: optional(text(20)), group: optional(text()),
  limit: optional(integer(1, 500)), offset: optional(integer(0, 100_000)),
};
const NOTHING_ASKED = { track: null, subject: null, necessity: null, gate: null, owner: null, group: null, limit: 200, offset: 0 };

export const catalogOperations: readonly Operation[] = [
  listing('listCatalogEditions', 'get /catalogs', CatalogActs.read, 'Editions to choose from: the common ones, then own ones', {
    covers: ['CatalogQueries.editions'], answer: named('CatalogEditionSummary', object(summary)), read: ({ get, tx }) => get(CatalogQueries).editions(tx) }),
  listing('browseCatalogs', 'get /catalogs/overview', CatalogActs.read, 'Editions with how much of their source they hold, and what replaced them', {
    covers: ['CatalogBrowsing.overview'], answer: overview, read: ({ get, tx }) => get(CatalogBrowsing).overview(tx) }),
  query('searchRequirements', 'get /catalogs/{editionId}/requirements', CatalogActs.read, 'Requirements of an edition that match', {
    covers: ['CatalogBrowsing.requirements'], query: searching, answer: object({ total: integer(), rows: list(requirement) }),
    read: ({ get, tx }, { path, query: asked }) => get(CatalogBrowsing).requirements(tx, path.editionId, { ...NOTHING_ASKED, ...asked, search: asked.q ?? '' }) }),
  query('searchChecklist', 'get /catalogs/{editionId}/checklist', CatalogActs.read, 'Acceptance items of an edition that match', {
    covers: ['CatalogBrowsing.checklist'], query: searching, answer: object({ total: integer(), rows: list(checklistItem) }),
    read: ({ get, tx }, { path, query: asked }) => get(CatalogBrowsing).checklist(tx, path.editionId, { ...NOTHING_ASKED, ...asked, search: asked.q ?? '' }) }),
  query('getCatalogEdition', 'get /catalogs/{editionId}', CatalogActs.read, 'One published edition, whole', {
    covers: ['CatalogQueries.edition'], answer: edition, read: ({ get, tx }, { path }) => get(CatalogQueries).edition(tx, path.editionId) }),
  query('getRequirement', 'get /catalogs/{editionId}/requirements/{code}', CatalogActs.read, 'One requirement of an edition', {
    covers: ['CatalogQueries.requirement'], answer: requirement,
    read: ({ get, tx }, { path }) => get(CatalogQueries).requirement(tx, path.editionId, path.code) }),
  query('getChecklistItem', 'get /catalogs/{editionId}/checklist/{code}', CatalogActs.read, 'One item of an acceptance checklist', {
    covers: ['CatalogQueries.checklistItem'], answer: checklistItem,
    read: ({ get, tx }, { path }) => get(CatalogQueries).checklistItem(tx, path.editionId, path.code) }),
  query('listCrosswalkRows', 'get /catalogs/{editionId}/crosswalk', CatalogActs.read, 'What an edition corresponds to in others', {
    covers: ['CatalogQueries.crosswalkRows'], answer: object({ items: list(named('CrosswalkRow', frozen<CrosswalkRow>('One correspondence between two catalogues.'))) }),
    read: async ({ get, tx }, { path }) => ({ items: await get(CatalogQueries).crosswalkRows(tx, path.editionId) }) }),
];
