import type { AreaRoutes } from './routes.js';

export const lots: AreaRoutes = {};
