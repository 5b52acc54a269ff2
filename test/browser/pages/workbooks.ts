import type { PageSeen, Seen } from './pages.js';

const takahashi = (seen: Seen): Seen['sato'] => seen.takahashi;
const address = (seen: Seen): string => `/questionnaires/${seen.draftRequestId}/workbook/import`;

export const workbooks: readonly PageSeen[] = [
  { name: 'workbook', route: '/questionnaires/:requestId/workbook/import', as: takahashi, path: address },
  { name: 'workbook-preview', route: '/questionnaires/:requestId/workbook/import/:previewId', as: takahashi, path: (seen) => `${address(seen)}/${seen.workbookPreviewId}` },
];
