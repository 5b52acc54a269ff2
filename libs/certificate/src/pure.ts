export * from './certificate.document.js';
export * from './certificate.policy.js';
export * from './certificate.states.js';
export * from './content.rules.js';
export * from './holder-card.document.js';
export * from './number.rules.js';
