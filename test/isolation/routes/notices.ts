import type { AreaRoutes } from './routes.js';

export const notices: AreaRoutes = {
  noObject: { 'GET /help/:role': 'a page per role, the same for everybody' },
  forms: { 'GET /search': () => ['REQ-2026', '髙﨑', '洗浄', 'PO-', 'DN-1', 'YMT', 'S-1', 'AC'].map((q) => ({ q })) },
  noIds: { 'POST /notifications/read': 'one’s own notifications', 'POST /profile/notifications': 'one’s own choice' },
};
