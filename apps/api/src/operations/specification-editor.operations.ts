import { ArrangeItems, CRITICALITIES, ChangeBasics, ChangeItems, ChooseItems, DRAFT_LISTS, GOVERNING_DOCUMENTS, SpecificationActs, Specifications, basicsOf, partDigest } from '@libs/specification';
import type { ChecklistChoice, RequirementChoice } from '@libs/specification';
import { FACT_NAMES, METHODS, NECESSITIES } from '@pure/catalog';
import { query, verb } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { frozen, id, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { bilingual } from './common.js';

const version = object({ version: integer() });
const basics = {
  title: bilingual, governingDocument: oneOf(GOVERNING_DOCUMENTS), department: nullable(text()), contact: nullable(object({ name: text(), email: text(254) })), criticality: oneOf(CRITICALITIES), scope: text(4000),
};
const seen = text(100, { description: 'Of getDraftParts: what the change was made on. A part that somebody changed since is answered 409.' });
const draftList = oneOf(DRAFT_LISTS);
const item = { editionId: id(), code: text(100) };
const values = object({
  necessity: optional(oneOf(NECESSITIES)), condition: optional(nullable(oneOf(FACT_NAMES))), requiredLevel: optional(nullable(integer(1, 5))), criterion: optional(bilingual), method: optional(oneOf(METHODS)),
  evidenceKinds: optional(list(bilingual, 20)), rationale: optional(bilingual),
}, 'What is left out stays; what equals the catalogue is inherited.');
const part = <T extends object>(description: string) => object({ ...item, seen, choice: frozen<T>(description) });

/** Part by part, so that two people work on one draft without being in each other's way. */
export const specificationEditorOperations: readonly Operation[] = [
  query('getDraftParts', 'get /specifications/{specificationId}/parts', SpecificationActs.read, 'A draft in the parts that are changed one by one, each with what stands for having seen it', {
    covers: ['Specifications.byId'], answer: named('DraftParts', object({
      basics: object({ ...basics, seen }), requirements: list(part<RequirementChoice>('As in SpecificationDraftInput.')), checklist: list(part<ChecklistChoice>('As in SpecificationDraftInput.')) })),
    read: async ({ get, tx }, { path }) => {
      const { draft } = await get(Specifications).byId(tx, path.specificationId);
      const named = <T extends ChecklistChoice>(choice: T) => ({ editionId: choice.editionId, code: choice.code, seen: partDigest(choice), choice });
      return { basics: { ...basicsOf(draft), seen: partDigest(basicsOf(draft)) }, requirements: draft.requirements.map(named), checklist: draft.checklist.map(named) };
    } }),
  verb(ChangeBasics, 'put /specifications/{specificationId}/basics', SpecificationActs.change, 'Title, purpose and the other lines of the front page')({
    body: object({ ...basics, seen }), args: ({ path, body: { seen: on, ...given } }) => [path.specificationId, on, given], answer: version }),
  verb(ChooseItems, 'post /specifications/{specificationId}/items', SpecificationActs.change, 'Adds and removes chosen items of one catalogue edition')({
    body: object({ list: draftList, editionId: id(), add: list(text(100), 1000), remove: list(text(100), 1000) }), args: ({ path, body }) => [path.specificationId, body], answer: version }),
  verb(ChangeItems, 'patch /specifications/{specificationId}/items', SpecificationActs.change, 'Necessity, condition, level, criterion, method, evidence and reason of chosen items; all or none')({
    body: object({ list: draftList, items: list(object({ ...item, seen, values }), 1000) }), args: ({ path, body }) => [path.specificationId, body.list, body.items], answer: version }),
  verb(ArrangeItems, 'put /specifications/{specificationId}/items/order', SpecificationActs.change, 'The order in which a supplier is asked; smaller ranks come first')({
    body: object({ list: draftList, ranks: list(object({ ...item, rank: integer(0, 1_000_000) }), 1000) }), args: ({ path, body }) => [path.specificationId, body.list, body.ranks], answer: version }),
];
