import type { PageSeen } from './pages.js';

export const workbooks: readonly PageSeen[] = [];
