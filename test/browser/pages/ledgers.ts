import type { PageSeen } from './pages.js';

export const ledgers: readonly PageSeen[] = [];
