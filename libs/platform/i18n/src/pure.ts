export * from './format.rules.js';
export * from './language.rules.js';
export * from './messages.rules.js';
