import type { AreaRoutes } from './routes.js';

export const thread: AreaRoutes = {
  objects: {
    'GET /certificates/:id': (w) => ({ params: w.certificateId }), 'GET /certificates/:id/pdf': (w) => ({ params: w.certificateId }),
    'GET /certificates/:id/json': (w) => ({ params: w.certificateId }), 'GET /specifications/:editionId': (w) => ({ params: w.editionId }),
    'GET /inspections/:id': (w) => ({ params: w.goodInspectionId }),
    'GET /responses/:statementId': (w) => ({ params: w.second.statementId }), 'GET /evidence/:id': (w) => ({ params: w.evidence.id }),
  },
};
