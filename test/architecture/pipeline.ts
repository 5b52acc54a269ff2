/** The order of the pipeline (design §1), written once: a business lib imports only earlier stages and platform. */
export const PIPELINE = [
  'organization', 'catalog', 'supplier', 'specification', 'request', 'evidence', 'library', 'response', 'clarification',
  'attestation', 'review', 'order', 'delivery', 'inspection', 'certificate', 'change', 'verification', 'insight',
] as const;
