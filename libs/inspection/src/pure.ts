export * from './inspection.document.js';
export * from './inspection.policy.js';
export * from './inspection.states.js';
export * from './items.rules.js';
export * from './results.rules.js';
export * from './sign-off.rules.js';
export * from './verdict.rules.js';
