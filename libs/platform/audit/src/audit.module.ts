import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { AuditQueries } from './audit.queries.js';
import { ReactionLog } from './reaction-log.js';

@Global()
@Module({ providers: [AuditTrail, AuditQueries, ReactionLog], exports: [AuditTrail, AuditQueries, ReactionLog] })
export class AuditModule {}
