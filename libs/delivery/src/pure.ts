export * from './delivery.policy.js';
export * from './delivery.rules.js';
export * from './delivery.states.js';
