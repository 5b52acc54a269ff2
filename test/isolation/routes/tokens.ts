import type { AreaRoutes } from './routes.js';

export const tokens: AreaRoutes = {
  objects: { 'POST /profile/tokens/:id/revocation': (w) => ({ params: w.requestId }) },
  noIds: { 'POST /profile/tokens': 'a new row of one’s own' },
};
