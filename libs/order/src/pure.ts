export * from './calendar.rules.js';
export * from './criticality.rules.js';
export * from './order.policy.js';
export * from './order.rules.js';
export * from './order.states.js';
export * from './payment.rules.js';
export * from './quantity.rules.js';
