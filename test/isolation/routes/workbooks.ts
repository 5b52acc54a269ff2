import type { AreaRoutes } from './routes.js';

export const workbooks: AreaRoutes = {
  objects: {
    'GET /questionnaires/:requestId/workbook': (w) => ({ params: w.draftRequestId }),
    'GET /questionnaires/:requestId/workbook/import': (w) => ({ params: w.draftRequestId }),
    'POST /questionnaires/:requestId/workbook/import': (w) => ({ params: w.draftRequestId, form: {} }),
    'GET /questionnaires/:requestId/workbook/import/:previewId': (w) => ({ params: { requestId: w.draftRequestId, previewId: w.workbookPreviewId } }),
    'POST /questionnaires/:requestId/workbook/import/:previewId': (w) => ({ params: { requestId: w.draftRequestId, previewId: w.workbookPreviewId }, form: {} }),
  },
};
