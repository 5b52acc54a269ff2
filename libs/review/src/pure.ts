export * from './agreement.document.js';
export * from './agreement.rules.js';
export * from './finding.rules.js';
export * from './review.policy.js';
export * from './review.rules.js';
export * from './review.states.js';
