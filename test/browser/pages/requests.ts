import type { PageSeen } from './pages.js';

export const requests: readonly PageSeen[] = [];
