export * from './evidence.rules.js';
export * from './evidence.policy.js';
