import type { PageSeen } from './pages.js';

export const questionnaires: readonly PageSeen[] = [];
