export * from './supplier-import.rules.js';
export * from './supplier-ledger.rules.js';
export * from './supplier-template.rules.js';
export * from './supplier.policy.js';
export * from './supplier.rules.js';
export * from './supplier.states.js';
