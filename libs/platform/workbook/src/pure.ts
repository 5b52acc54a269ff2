export * from './table.rules.js';
