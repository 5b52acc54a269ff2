import type { PageSeen } from './pages.js';

export const everyone: readonly PageSeen[] = [];
