export * from './attestation.document.js';
export * from './attestation.policy.js';
export * from './attestation.states.js';
export * from './separation.rules.js';
