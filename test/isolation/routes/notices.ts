import type { AreaRoutes } from './routes.js';

export const notices: AreaRoutes = {};
