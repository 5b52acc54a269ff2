import type { PageSeen } from './pages.js';

export const notices: readonly PageSeen[] = [];
