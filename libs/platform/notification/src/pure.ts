export * from './delivery.rules.js';
export * from './notification.policy.js';
