export * from './supplier.policy.js';
export * from './supplier.rules.js';
export * from './supplier.states.js';
