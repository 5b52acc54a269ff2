import type { AreaRoutes } from './routes.js';

export const ledgers: AreaRoutes = {};
