import type { AreaRoutes } from './routes.js';

export const questionnaires: AreaRoutes = {};
