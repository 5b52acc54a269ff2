export { AuditTrail, REACTION_QUEUE } from './audit-trail.js';
export type { AuditEventId, JsonObject, ReactionJob } from './audit-trail.js';
export { AuditQueries } from './audit.queries.js';
export type { AuditEventRow } from './audit.queries.js';
export { AuditModule } from './audit.module.js';
export { ReactionLog } from './reaction-log.js';
