export { EmbeddedPostgres, type EmbeddedAddress, type EmbeddedPostgresOptions } from './embedded-postgres.js';
export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './embedded.error.js';
export type { EmbeddedLog } from './embedded.log.js';
