export * from './pure.js';
export { STORAGE_ROOT, Storage, UPLOAD_MAX_BYTES } from './storage.js';
export type { StoredFile } from './storage.js';
export { StorageModule } from './storage.module.js';
