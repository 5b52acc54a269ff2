import { SpecificationsOverview } from '@libs/insight';
import { FACT_NAMES, METHODS, NECESSITIES } from '@pure/catalog';
import {
  ApproveSpecification, AskForPrint, CRITICALITIES, ChangeDraft, DraftResolver, DraftSpecification, GOVERNING_DOCUMENTS, ReviseSpecification, SPECIFICATION_STATES, SendBack, SpecificationActs, SpecificationFiles, Specifications,
  SubmitForApproval,
} from '@libs/specification';
import type { SpecificationDocument, SpecificationDraft } from '@libs/specification';
import { download, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { digest, flag, frozen, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { bilingual } from './common.js';

const title = object({ ja: text(1000), en: optional(text(1000)) });
const checklistChoice = { editionId: id(), code: text(100), necessity: optional(oneOf(NECESSITIES)), condition: optional(nullable(oneOf(FACT_NAMES))) };
const requirementChoice = {
  ...checklistChoice, requiredLevel: optional(nullable(integer(1, 5))), criterion: optional(bilingual), method: optional(oneOf(METHODS)), evidenceKinds: optional(list(bilingual, 20)), rationale: optional(bilingual),
};
const parts = {
  governingDocument: optional(oneOf(GOVERNING_DOCUMENTS)), department: optional(nullable(text())), contact: optional(nullable(object({ name: text(), email: text(254) }))),
  criticality: optional(oneOf(CRITICALITIES)), scope: optional(text(4000)), requirements: optional(list(object(requirementChoice), 1000)), checklist: optional(list(object(checklistChoice), 1000)),
};
const draft = named('SpecificationDraftInput', object({ title: optional(title), ...parts }, 'Parts of a draft; what is left out of a chosen item is inherited from its catalogue.'));
const version = object({ version: integer() });
const progress = { draftEdition: integer(), approvedEdition: integer(), submittedAt: nullable(instant()), state: oneOf(SPECIFICATION_STATES) };
const line = named('SpecificationLine', object({ id: id(), number: text(), title: bilingual, criticality: oneOf(CRITICALITIES), state: progress.state, draftEdition: integer(), approvedEdition: integer(), authorName: text(), editionId: nullable(id()),
  approvedAt: nullable(instant()), sentBack: flag(), sent: integer(), lastSentAt: nullable(instant()) }));
const view = named('Specification', object({
  id: id(), number: text(), ...progress, draft: frozen<SpecificationDraft>('The working copy, as SpecificationDraftInput.'), authorName: text(), submittedBy: nullable(text()), sentBackAt: nullable(instant()),
  sentBackReason: nullable(text(2000)), version: integer(), editions: list(object({ id: id(), edition: integer(1), sha256: digest(), approvedBy: text(), approvedAt: instant() })),
}));
const edition = named('SpecificationEdition', object({
  id: id(), organizationId: id(), specificationId: id(), edition: integer(1), document: frozen<SpecificationDocument>('kenshu.specification/1: the approved edition, as it was frozen.'), sha256: digest(), approvedAt: instant(),
}));

export const specificationOperations: readonly Operation[] = [
  windowed('listSpecifications', 'get /specifications', SpecificationActs.read, 'Own specifications and how often each was sent', {
    covers: ['SpecificationsOverview.list', 'Specifications.list'], answer: line,
    query: { q: optional(text(100)), state: optional(oneOf(SPECIFICATION_STATES)), criticality: optional(oneOf(CRITICALITIES)), sort: optional(oneOf(['number', 'title', 'sent'])), descending: optional(flag()) },
    read: async ({ get, tx }, { query: { q = '', state = null, criticality = null, sort = null, descending = false }, window }) => {
      const { rows: lines, total } = await get(SpecificationsOverview).list(tx, { search: q.trim(), state, criticality, sort, descending, ...window });
      return { lines, total };
    } }),
  query('getSpecification', 'get /specifications/{specificationId}', SpecificationActs.read, 'The working copy and the editions it led to', {
    covers: ['Specifications.byId'], versioned: true, answer: view, read: ({ get, tx }, { path }) => get(Specifications).byId(tx, path.specificationId) }),
  query('checkSpecification', 'get /specifications/{specificationId}/problems', SpecificationActs.read, 'What still keeps a draft from approval', {
    covers: ['DraftResolver.read'], answer: object({ problems: list(object({ field: text(), code: text() })) }),
    read: async ({ get, tx }, { path }) => get(DraftResolver).read(tx, (await get(Specifications).byId(tx, path.specificationId)).draft) }),
  query('getSpecificationEdition', 'get /editions/{editionId}', SpecificationActs.read, 'One approved edition: own, or received with a request', {
    covers: ['Specifications.edition'], answer: edition, read: ({ get, tx }, { path }) => get(Specifications).edition(tx, path.editionId) }),
  download('downloadSpecification', 'get /editions/{editionId}/pdf', SpecificationActs.read, 'The printed edition, once it is prepared', {
    covers: ['SpecificationFiles.open', 'SpecificationFiles.of'], gives: 'application/pdf',
    read: async ({ get, tx }, { path }) => ({ ...await get(SpecificationFiles).open(tx, path.editionId), mediaType: 'application/pdf' }) }),
  verb(AskForPrint, 'post /editions/{editionId}/pdf', SpecificationActs.ask_print, 'Asks for the printed edition; it is prepared in the background')({ args: ({ path }) => [path.editionId] }),
  verb(DraftSpecification, 'post /specifications', SpecificationActs.draft, 'Begins a specification')({
    body: draft, args: ({ body }) => [body], answer: object({ id: id(), number: text(), version: integer() }) }),
  verb(ChangeDraft, 'patch /specifications/{specificationId}', SpecificationActs.change, 'Replaces the given parts of a draft')({
    versioned: true, body: draft, args: ({ path, version: seen, body }) => [path.specificationId, seen, body], answer: version }),
  verb(SubmitForApproval, 'post /specifications/{specificationId}/submission', SpecificationActs.submit, 'Hands a draft to the approver')({
    versioned: true, args: ({ path, version: seen }) => [path.specificationId, seen], answer: version }),
  verb(SendBack, 'post /specifications/{specificationId}/return', SpecificationActs.send_back, 'The approver wants something changed')({
    versioned: true, body: object({ reason: text(2000) }), args: ({ path, version: seen, body }) => [path.specificationId, seen, body.reason], answer: version }),
  verb(ApproveSpecification, 'post /specifications/{specificationId}/approval', SpecificationActs.approve, 'Freezes the draft as an edition')({
    versioned: true, args: ({ path, version: seen }) => [path.specificationId, seen], answer: object({ editionId: id(), edition: integer(1), sha256: digest() }) }),
  verb(ReviseSpecification, 'post /specifications/{specificationId}/revision', SpecificationActs.revise, 'Opens a new draft from the last approved edition')({
    versioned: true, args: ({ path, version: seen }) => [path.specificationId, seen], answer: object({ version: integer(), edition: integer(1) }) }),
];
