export * from './chain.rules.js';
export * from './checkpoint.rules.js';
