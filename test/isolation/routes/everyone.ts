import type { AreaRoutes } from './routes.js';

export const everyone: AreaRoutes = {};
