import type { AreaRoutes } from './routes.js';

export const workbooks: AreaRoutes = {};
