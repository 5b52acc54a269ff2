import type { PageSeen } from './pages.js';

export const lots: readonly PageSeen[] = [
  { name: 'deliveries', route: '/deliveries', as: (s) => s.hamada, path: () => '/deliveries' },
  { name: 'deliveries-supplier', route: '/deliveries', as: (s) => s.takahashi, path: () => '/deliveries' },
  { name: 'receive-find', route: '/deliveries/new', as: (s) => s.hamada, path: () => '/deliveries/new' },
  { name: 'receive', route: '/deliveries/new', as: (s) => s.hamada, path: (s) => `/deliveries/new?order=${s.unpinnedLineId}&order=${s.unjoinedLineId}` },
  { name: 'announce-find', route: '/deliveries/announce', as: (s) => s.takahashi, path: () => '/deliveries/announce' },
  { name: 'announce', route: '/deliveries/announce', as: (s) => s.takahashi, path: (s) => `/deliveries/announce?order=${s.unpinnedLineId}` },
  { name: 'delivery', route: '/deliveries/:id', as: (s) => s.sato, path: (s) => `/deliveries/${s.badLotId}` },
  { name: 'delivery-uninspected', route: '/deliveries/:id', as: (s) => s.nagase, path: (s) => `/deliveries/${s.uninspectedLotId}` },
  { name: 'inspections', route: '/inspections', as: (s) => s.nagase, path: () => '/inspections' },
  { name: 'inspection-work', route: '/inspections/:id/work', as: (s) => s.nagase, path: (s) => `/inspections/${s.sentBackInspectionId}/work` },
  { name: 'worksheet', route: '/inspections/:id/worksheet', as: (s) => s.nagase, path: (s) => `/inspections/${s.openInspectionId}/worksheet` },
  { name: 'judgement', route: '/inspections/:id/judgement', as: (s) => s.nagase, path: (s) => `/inspections/${s.openInspectionId}/judgement` },
  { name: 'inspection-to-confirm', route: '/inspections/:id', as: (s) => s.watanabe, path: (s) => `/inspections/${s.judgedInspectionId}` },
  { name: 'inspection-refused', route: '/inspections/:id', as: (s) => s.watanabe, path: (s) => `/inspections/${s.confirmedInspectionId}` },
  { name: 'certificates-list', route: '/certificates', as: (s) => s.takahashi, path: () => '/certificates' },
  { name: 'certificate-approver', route: '/certificates/:id', as: (s) => s.sakuraba, path: (s) => `/certificates/${s.certificateId}` },
  { name: 'certificate-preparing', route: '/certificates/:id', as: (s) => s.sakuraba, path: (s) => `/certificates/${s.preparedCertificateId}` },
  { name: 'supersession', route: '/certificates/:id/supersession', steppedUp: true, as: (s) => s.sakuraba, path: (s) => `/certificates/${s.certificateId}/supersession` },
  { name: 'revocation', route: '/certificates/:id/revocation', steppedUp: true, as: (s) => s.sakuraba, path: (s) => `/certificates/${s.certificateId}/revocation` },
];
