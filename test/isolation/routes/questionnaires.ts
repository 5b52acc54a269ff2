import type { AreaRoutes, World } from './routes.js';

const form = (w: World) => ({ responseId: w.draftResponseId, version: '0', answer: '5' });
/** A file of the other company, in the form as well. */
const file = (w: World) => ({ params: { requestId: w.draftRequestId, key: w.weakKey }, form: { evidenceId: w.evidence.id } });

export const questionnaires: AreaRoutes = {
  objects: {
    'GET /questionnaires/:requestId': (w) => ({ params: w.requestId }),
    'POST /questionnaires/:requestId/start': (w) => ({ params: w.openRequestId }),
    'POST /questionnaires/:requestId/replies': (w) => ({ params: w.requestId, form: { findingId: w.openFindingId, text: 'x' } }),
    'GET /questionnaires/:requestId/facts': (w) => ({ params: w.openRequestId }),
    'POST /questionnaires/:requestId/facts': (w) => ({ params: w.openRequestId, form: { remote: 'true', factsReason: 'x' } }),
    'GET /questionnaires/:requestId/assignments': (w) => ({ params: w.draftRequestId }),
    'POST /questionnaires/:requestId/assignments': (w) => ({ params: w.draftRequestId, form: { memberId: w.kanzaki.memberId!, requirementKeys: [w.weakKey] } }),
    'POST /questionnaires/:requestId/assignments/:assignmentId/withdrawal': (w) => ({ params: { requestId: w.draftRequestId, assignmentId: w.assignmentId } }),
    'GET /questionnaires/:requestId/sections/:section': (w) => ({ params: { requestId: w.draftRequestId, section: '1' } }),
    'POST /questionnaires/:requestId/sections/:section': (w) => ({ params: { requestId: w.draftRequestId, section: '1' }, form: { [`answer.${w.weakKey}`]: '5', versions: `${w.weakKey} 1` } }),
    'POST /questionnaires/:requestId/answers/:key': (w) => ({ params: { requestId: w.draftRequestId, key: w.weakKey }, form: form(w) }),
    'GET /questionnaires/:requestId/items/:key/files': (w) => ({ params: { requestId: w.draftRequestId, key: w.weakKey } }),
    'POST /questionnaires/:requestId/items/:key/files': file,
    'POST /questionnaires/:requestId/items/:key/files/removal': file,
    'GET /questionnaires/:requestId/check': (w) => ({ params: w.draftRequestId }),
    'POST /questionnaires/:requestId/submission': (w) => ({ params: w.draftRequestId }),
    'GET /signatures/:statementId': (w) => ({ params: w.unsigned.statementId }),
    'POST /signatures/:statementId': (w) => ({ params: w.unsigned.statementId, form: { digest: w.unsigned.sha256 } }),
    'POST /signatures/:statementId/decline': (w) => ({ params: w.unsigned.statementId, form: { reason: 'x' } }),
  },
};
