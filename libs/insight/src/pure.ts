export * from './home-item.rules.js';
export * from './insight.policy.js';
export * from './request-lines.rules.js';
export * from './sides.rules.js';
export * from './status.rules.js';
export * from './thread.rules.js';
