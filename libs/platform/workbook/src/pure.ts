export * from './book.rules.js';
export * from './cell.rules.js';
export * from './import-plan.rules.js';
export * from './ledger-template.rules.js';
export * from './ledger.rules.js';
export * from './match.rules.js';
export * from './read-sheet.rules.js';
export * from './table.rules.js';
