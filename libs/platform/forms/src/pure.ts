export * from './calendar.rules.js';
export * from './form.rules.js';
