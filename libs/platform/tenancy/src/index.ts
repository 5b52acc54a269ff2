export * from './pure.js';
export { newId } from './new-id.js';
export { TenantTx } from './tenant-tx.js';
export { SealerDb, TenantDb } from './tenant-db.js';
export { Grants } from './grants.js';
export { SealerModule, TenancyModule } from './tenancy.module.js';
