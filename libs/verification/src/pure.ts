export * from './report.document.js';
export { verdictOf } from './verdict.rules.js';
export { verifyDocument, verifyEnvelope } from './verify-envelope.rules.js';
export { verifyPdf } from './verify-pdf.rules.js';
