import { Global, Module } from '@nestjs/common';
import { Grants } from './grants.js';
import { SealerDb, TenantDb } from './tenant-db.js';

@Global()
@Module({ providers: [TenantDb, Grants], exports: [TenantDb, Grants] })
export class TenancyModule {}

/** Only the worker (and what stands in for it) imports this: SealerDb needs the sealer's DataSource. */
@Global()
@Module({ providers: [SealerDb], exports: [SealerDb] })
export class SealerModule {}
