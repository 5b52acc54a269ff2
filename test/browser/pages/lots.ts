import type { PageSeen } from './pages.js';

export const lots: readonly PageSeen[] = [];
