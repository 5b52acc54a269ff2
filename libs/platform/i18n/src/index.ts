export * from './pure.js';
export { I18nModule } from './i18n.module.js';
export { Messages } from './messages.js';
export { projectRoot } from './project-root.js';
