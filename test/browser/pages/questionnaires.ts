import type { PageSeen, Seen } from './pages.js';

const takahashi = (seen: Seen): Seen['sato'] => seen.takahashi;
const kanzaki = (seen: Seen): Seen['sato'] => seen.kanzaki;
const at = (seen: Seen, rest = ''): string => `/questionnaires/${seen.draftRequestId}${rest}`;

export const questionnaires: readonly PageSeen[] = [
  { name: 'questionnaires', route: '/questionnaires', as: takahashi, path: () => '/questionnaires' },
  { name: 'questionnaires-signer', route: '/questionnaires', as: kanzaki, path: () => '/questionnaires' },
  { name: 'questionnaires-none', route: '/questionnaires', as: (seen) => seen.toyama, path: () => '/questionnaires' },
  { name: 'questionnaires-newest', route: '/questionnaires/newest', as: (seen) => seen.toyama, path: () => '/questionnaires/newest' },
  { name: 'questionnaire-new', route: '/questionnaires/:requestId', as: takahashi, path: (seen) => `/questionnaires/${seen.openRequestId}` },
  { name: 'questionnaire', route: '/questionnaires/:requestId', as: takahashi, path: (seen) => at(seen) },
  { name: 'questionnaire-returned', route: '/questionnaires/:requestId', as: takahashi, path: (seen) => `/questionnaires/${seen.returnedRequestId}` },
  { name: 'questionnaire-agreed', route: '/questionnaires/:requestId', as: takahashi, path: (seen) => `/questionnaires/${seen.requestId}` },
  { name: 'section', route: '/questionnaires/:requestId/sections/:section', as: takahashi, path: (seen) => at(seen, '/sections/1') },
  { name: 'section-submitted', route: '/questionnaires/:requestId/sections/:section', as: takahashi, path: (seen) => `/questionnaires/${seen.requestId}/sections/1` },
  { name: 'section-files', route: '/questionnaires/:requestId/items/:key/files', as: takahashi, path: (seen) => at(seen, `/items/${seen.weakKey}/files`) },
  { name: 'questionnaire-facts', route: '/questionnaires/:requestId/facts', as: takahashi, path: (seen) => at(seen, '/facts') },
  { name: 'assignments', route: '/questionnaires/:requestId/assignments', as: takahashi, path: (seen) => at(seen, '/assignments?section=1') },
  { name: 'check', route: '/questionnaires/:requestId/check', as: takahashi, path: (seen) => at(seen, '/check') },
  { name: 'check-incomplete', route: '/questionnaires/:requestId/check', as: takahashi, path: (seen) => `/questionnaires/${seen.returnedRequestId}/check` },
  { name: 'signature', route: '/signatures/:statementId', as: kanzaki, path: (seen) => `/signatures/${seen.unsigned.statementId}` },
  { name: 'signature-other', route: '/signatures/:statementId', as: takahashi, path: (seen) => `/signatures/${seen.unsigned.statementId}` },
];
