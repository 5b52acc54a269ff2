export * from './pure.js';
export { STORAGE_ROOT, Storage } from './storage.js';
export type { StoredFile } from './storage.js';
export { StorageModule } from './storage.module.js';
