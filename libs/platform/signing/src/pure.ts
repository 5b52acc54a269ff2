export * from './byte-range.rules.js';
export * from './envelope.document.js';
export type * from './tools.document.js';
