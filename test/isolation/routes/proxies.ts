import type { AreaRoutes } from './routes.js';

const FORM = { receivedOn: '2026-11-10', answeredBy: 'x' };

export const proxies: AreaRoutes = {
  objects: {
    'GET /requests/:id/proxy': (w) => ({ params: w.openRequestId }), 'GET /requests/:id/proxy/workbook': (w) => ({ params: w.openRequestId }),
    'POST /requests/:id/proxy': (w) => ({ params: w.openRequestId, form: FORM }),
    'GET /requests/:id/proxy/:evidenceId': (w) => ({ params: { id: w.openRequestId, evidenceId: w.proxyEvidenceId } }),
    'POST /requests/:id/proxy/:evidenceId': (w) => ({ params: { id: w.openRequestId, evidenceId: w.proxyEvidenceId }, form: FORM }),
  },
};
