import { ShippedEditions } from '@libs/catalog';
import type { AreaRoutes, ForeignObject, World } from './routes.js';

const draft = (form: ForeignObject['form'] = {}) => (w: World): ForeignObject => ({ params: w.draftId, form });
const item = (form: ForeignObject['form'] = {}) => (w: World): ForeignObject => ({ params: { id: w.draftId, key: 'meti-factory-checklist:1-1' }, form });
const forms = (...list: Readonly<Record<string, string | readonly string[]>>[]): typeof list => list;
const METI = ShippedEditions.metiFactoryChecklist;

export const specifications: AreaRoutes = {
  objects: {
    'GET /catalogs/:editionId': (w) => ({ params: w.ownCatalogEditionId }), 'GET /catalogs/:editionId/items/:code': (w) => ({ params: { editionId: w.ownCatalogEditionId, code: '1-1' } }),
    'GET /specifications/:editionId/pdf': (w) => ({ params: w.editionId }), 'POST /specifications/:editionId/pdf': (w) => ({ params: w.unsentEditionId }),
    'GET /specifications/drafts/:id': draft(), 'GET /specifications/drafts/:id/basics': draft(),
    'POST /specifications/drafts/:id/basics': draft({ seen: 'x', title: 'x', scope: 'x', criticality: 'low', governingDocument: 'contract' }),
    'GET /specifications/drafts/:id/preview': draft(), 'POST /specifications/drafts/:id/revision': (w) => ({ params: w.specificationId, form: { version: String(w.specificationVersion) } }),
    'GET /specifications/drafts/:id/requirements': draft({ edition: METI }), 'POST /specifications/drafts/:id/requirements': draft({ editionId: METI, code: ['2-1'] }),
    'POST /specifications/drafts/:id/additions': draft({ editionId: METI, code: '2-1' }),
    'GET /specifications/drafts/:id/details': draft(),
    'POST /specifications/drafts/:id/details': draft({ key: 'meti-factory-checklist:1-1', seen: 'x', was: 'must||', necessity: 'recommended', condition: '', requiredLevel: '' }),
    'GET /specifications/drafts/:id/items/:key': item(), 'POST /specifications/drafts/:id/items/:key': item({ seen: 'x', necessity: 'recommended', method: 'document' }),
    'GET /specifications/drafts/:id/checklist': draft(), 'POST /specifications/drafts/:id/checklist': draft({ editionId: ShippedEditions.acceptanceChecklist, code: ['AC-01'] }),
    'GET /specifications/drafts/:id/order': draft(), 'POST /specifications/drafts/:id/order': draft({ key: ['meti-factory-checklist:1-1'], rank: ['99'] }),
    'GET /specifications/drafts/:id/submission': draft(), 'POST /specifications/drafts/:id/submission': (w) => ({ params: w.draftId, form: { version: String(w.draftVersion) } }),
    'GET /specifications/drafts/:id/approval': (w) => ({ params: w.submittedDraftId }),
    'POST /specifications/drafts/:id/approval': (w) => ({ params: w.submittedDraftId, form: { version: String(w.submittedDraftVersion) } }),
    'POST /specifications/drafts/:id/return': (w) => ({ params: w.submittedDraftId, form: { version: String(w.submittedDraftVersion), reason: 'x' } }),
  },
  forms: {
    'POST /specifications': (w) => forms(
      { title: 'x', scope: 'x', start: 'copy', copyOf: w.editionId }, { title: 'x', scope: 'x', start: 'catalog', catalog: [w.ownCatalogEditionId] },
      { title: 'x', scope: 'x', start: 'item', itemEdition: w.ownCatalogEditionId, itemCode: '1-1' },
    ),
    'GET /specifications/new': (w) => forms({ catalog: w.ownCatalogEditionId }, { copy: w.editionId }, { catalog: w.ownCatalogEditionId, item: '1-1' }),
  },
};
