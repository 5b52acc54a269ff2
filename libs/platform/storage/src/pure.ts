export * from './media-type.rules.js';
