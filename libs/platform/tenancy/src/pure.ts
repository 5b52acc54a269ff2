export * from './ids.js';
export * from './actor.js';
export * from './acts.js';
