export { MorningSummary } from './morning-summary.js';
export { TellingModule } from './telling.module.js';
export { TELLING_REACTIONS } from './telling.reactions.js';
