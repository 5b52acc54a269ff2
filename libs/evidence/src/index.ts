export * from './pure.js';
export { EvidenceFiles } from './evidence-files.queries.js';
export type { EvidenceFile } from './evidence-files.queries.js';
export { UploadEvidence } from './upload-evidence.js';
export type { EvidenceUpload } from './upload-evidence.js';
export { EvidenceModule } from './evidence.module.js';
