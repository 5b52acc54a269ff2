import type { PageSeen } from './pages.js';

export const specifications: readonly PageSeen[] = [];
