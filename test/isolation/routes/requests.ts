import type { AreaRoutes } from './routes.js';

export const requests: AreaRoutes = {};
