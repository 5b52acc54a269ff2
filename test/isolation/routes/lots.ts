import type { AreaRoutes, World } from './routes.js';

const lot = (w: World) => ({ params: w.goodLotId });
const open = (w: World) => ({ params: w.openInspectionId });

export const lots: AreaRoutes = {
  objects: {
    'GET /deliveries/:id': lot, 'POST /deliveries/:id/documents': lot, 'POST /deliveries/:id/return': (w) => ({ params: w.badLotId, form: { reason: 'x' } }),
    'POST /deliveries/:id/inspection': (w) => ({ params: w.uninspectedLotId }),
    'GET /inspections/:id/work': open, 'GET /inspections/:id/worksheet': open, 'GET /inspections/:id/judgement': open, 'POST /inspections/:id/judgement': open,
    'POST /inspections/:id/results': (w) => ({ params: w.openInspectionId, form: { itemKey: w.itemKey, result: 'conform', method: 'document' } }),
    'POST /inspections/:id/files': (w) => ({ params: w.openInspectionId, form: { itemKey: w.itemKey, evidence: [w.evidence.id] } }),
    'POST /inspections/:id/files/remove': (w) => ({ params: w.openInspectionId, form: { itemKey: w.itemKey, evidenceId: w.evidence.id } }),
    'POST /inspections/:id/confirmation': (w) => ({ params: w.judgedInspectionId, form: { digest: w.judgedSha256 } }),
    'POST /inspections/:id/approval': (w) => ({ params: w.confirmedInspectionId, form: { digest: w.confirmedSha256 } }),
    'POST /inspections/:id/return': (w) => ({ params: w.judgedInspectionId, form: { digest: w.judgedSha256, reason: 'x' } }),
    'GET /certificates/:id/supersession': (w) => ({ params: w.certificateId }), 'GET /certificates/:id/revocation': (w) => ({ params: w.certificateId }),
    'POST /certificates/:id/supersession': (w) => ({ params: w.certificateId, form: { reason: 'x', checked: 'yes' } }),
    'POST /certificates/:id/revocation': (w) => ({ params: w.certificateId, form: { reason: 'x', kind: 'other', checked: 'yes' } }),
  },
  forms: {
    'GET /deliveries': (w) => [{ q: 'DN-1' }, { q: w.goodLotId }],
    'GET /deliveries/new': (w) => [{ order: w.orderLineId, announcement: '' }, { order: w.unpinnedLineId, announcement: w.announcementId }, { order: '', announcement: w.announcementId }],
    'GET /deliveries/announce': (w) => [{ order: w.unpinnedLineId }],
    'POST /deliveries': (w) => [
      { noteNumber: 'X-1', receivedOn: '2026-11-20', order: w.unpinnedLineId, announcement: '', quantity: '1', total: '', serials: '', versions: '', evidence: [] as string[] },
      { noteNumber: 'X-1', receivedOn: '2026-11-20', order: w.unpinnedLineId, announcement: w.announcementId, quantity: '1', total: '', serials: '', versions: '', evidence: [w.evidence.id] },
    ],
    'POST /deliveries/announcements': (w) => [{ order: w.unpinnedLineId, noteNumber: 'X-1', quantity: '1' }],
    'GET /inspections': () => [{ q: 'DN-1', waiting: '' }, { q: '', waiting: 'confirmer' }],
    'GET /certificates': () => [{ q: 'YMT' }],
  },
};
