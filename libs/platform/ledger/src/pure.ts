export * from './chain.rules.js';
