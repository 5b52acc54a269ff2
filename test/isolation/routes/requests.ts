import { newId } from '@platform/tenancy';
import { FACTS } from '../../support/journey.js';
import type { AreaRoutes, World } from './routes.js';

const request = (form: Readonly<Record<string, string>> = {}) => (w: World) => ({ params: w.openRequestId, form });
const statement = (form: Readonly<Record<string, string | readonly string[]>> = {}) => (w: World) => ({ params: w.released.statementId, form });
const facts = Object.fromEntries(Object.entries(FACTS).map(([name, value]) => [`fact_${name}`, value ? 'yes' : 'no']));
const sending = (w: World) => ({
  specification: w.editionId, site: [w.supplierSiteId], recipients: ['x@example.jp'], dueOn: '2027-01-20', secrets: 'no', stoppage: 'no', reach: 'no', sending: newId(), ...facts });

export const requests: AreaRoutes = {
  objects: {
    'GET /requests/:id': request(), 'GET /requests/sendings/:sendingId': (w) => ({ params: w.sendingId }),
    'POST /requests/:id/reminders': request(), 'POST /requests/:id/extension': request({ extendDueOn: '2027-01-20', extendReason: 'x' }),
    'POST /requests/:id/withdrawal': request({ withdrawReason: 'x', withdrawSure: 'yes' }), 'POST /requests/:id/talks': request({ talkKind: 'price_talk', talkText: 'x' }),
    'POST /requests/:id/recipients': (w) => ({ params: w.chasedRequestId, form: { recipientEmail: 'x@example.jp', recipientInsteadOf: w.recipientId } }),
    'POST /requests/:id/bounces': request({ bounceAddress: 'x@example.jp', bounceReason: 'x' }),
    'POST /requests/:id/bounces/settlement': (w) => ({ params: w.chasedRequestId, form: { bounceId: w.bounceId } }),
    'POST /requests/:id/facts': request({ fact_remote: 'yes', factsReason: 'x' }),
    'GET /requests/:id/:act': (w) => ({ params: { id: w.openRequestId, act: 'reminders' } }), 'GET /requests/:id/bounces/settlement': request(),
    'GET /reviews/:statementId': statement(), 'GET /reviews/:statementId/notes': statement(),
    'POST /reviews/:statementId/notes': (w) => ({ params: w.released.statementId, form: { requirementKey: w.weakKey, opinion: 'accepted' } }),
    'GET /reviews/:statementId/return': statement(), 'POST /reviews/:statementId/return': statement({ message: 'x' }),
    'GET /reviews/:statementId/agree': statement(), 'GET /reviews/:statementId/agree/:step': (w) => ({ params: { statementId: w.released.statementId, step: 'check' } }), 'GET /reviews/:statementId/agreement': statement(),
    'POST /reviews/:statementId/agree': statement(), 'POST /reviews/:statementId/agree/check': statement({ priceTalk: 'none_needed' }),
    'POST /reviews/:statementId/agreement': (w) => ({ params: w.released.statementId, form: { priceTalk: 'none_needed', digest: w.released.sha256 } }),
    'GET /evidence/:id/view': (w) => ({ params: w.evidence.id }),
  },
  forms: {
    'GET /requests/new': (w) => [{ specification: w.editionId, site: w.supplierSiteId }], 'GET /requests/new/details': (w) => [{ specification: w.editionId, site: w.supplierSiteId }],
    'GET /requests': (w) => [{ specification: w.specificationId, supplier: 'E1001' }],
    'POST /requests/new/details': (w) => [sending(w)], 'POST /requests/new/check': (w) => [sending(w)], 'POST /requests/new/send': (w) => [sending(w)],
  },
  noObject: { 'GET /requests/new/:step': 'leads to the beginning of the way, whatever the step' },
  noIds: { 'POST /requests/reminders': 'one’s own organisation' },
};
