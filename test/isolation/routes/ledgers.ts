import type { AreaRoutes, World } from './routes.js';

const site = { counterpartyCode: 'X', makerName: '乗取', factoryName: 'X', address: 'X', kind: 'service', sme: 'no', version: '1' };
const terms = {
  jobNumber: 'X', poNumber: 'X-1', lineNo: '1', governingDocument: 'purchase_spec', secureRequirement: 'yes', contractForm: 'ukeoi', itemName: 'X', quantity: '1', unit: '台',
  orderedOn: '2026-11-10', dueOn: '2026-12-10', paymentTermsDays: '60', version: '1',
};
const supplier = (w: World) => ({ params: w.unjoinedSiteId });
const draft = (w: World) => ({ params: w.draftLineId });

export const ledgers: AreaRoutes = {
  objects: {
    'GET /suppliers/:id': supplier, 'GET /suppliers/:id/change': supplier, 'POST /suppliers/:id/change': (w) => ({ params: w.unjoinedSiteId, form: site }),
    'POST /suppliers/:id/approval': (w) => ({ params: w.unjoinedSiteId, form: { approvedOn: '' } }),
    'GET /suppliers/import/:previewId': (w) => ({ params: w.supplierPreviewId }), 'POST /suppliers/import/:previewId': (w) => ({ params: w.supplierPreviewId }),
    'GET /suppliers/import/:previewId/refused': (w) => ({ params: w.supplierPreviewId }),
    'GET /orders/:id': (w) => ({ params: w.orderLineId }), 'GET /orders/:id/change': draft,
    'POST /orders/:id/change': (w) => ({ params: w.draftLineId, form: { ...terms, supplierSiteId: w.supplierSiteId } }),
    'POST /orders/:id/cancellation': (w) => ({ params: w.unpinnedLineId, form: { reason: 'x' } }),
    'GET /orders/import/:previewId': (w) => ({ params: w.orderPreviewId }), 'POST /orders/import/:previewId': (w) => ({ params: w.orderPreviewId }),
    'GET /orders/import/:previewId/refused': (w) => ({ params: w.orderPreviewId }),
  },
  forms: {
    'GET /suppliers': () => [{ q: '髙﨑', format: '' }, { q: '', format: 'csv' }, { q: '', format: 'xlsx' }],
    'GET /orders': (w) => [{ supplier: w.supplierSiteId, format: '', side: '' }, { supplier: '', format: 'csv', side: '' }, { supplier: '', format: 'xlsx', side: 'supplier' }],
    'GET /orders/new': (w) => [{ supplier: w.supplierSiteId, agreement: '' }, { supplier: '', agreement: w.agreementId }],
    'POST /orders': (w) => [{ ...terms, supplierSiteId: w.supplierSiteId, agreementId: '' }, { ...terms, supplierSiteId: w.supplierSiteId, agreementId: w.agreementId }],
    'GET /orders/placing': (w) => [{ line: [w.draftLineId, w.orderLineId] }],
    'POST /orders/placing': (w) => [{ line: [w.draftLineId], agreement: [w.agreementId], version: ['1'] }, { line: [w.orderLineId, w.unpinnedLineId], agreement: ['', ''], version: ['1', '1'] }],
  },
  noIds: {
    'POST /suppliers': 'a new row of one’s own', 'POST /suppliers/import': 'a file; its rows are looked for in one’s own ledger', 'POST /orders/import': 'a file; its rows are looked for in one’s own ledgers',
  },
};
