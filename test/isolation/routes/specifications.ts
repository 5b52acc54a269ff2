import type { AreaRoutes } from './routes.js';

export const specifications: AreaRoutes = {};
