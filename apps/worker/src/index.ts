export type { WorkerSetup } from './setup.js';
export { Worker } from './worker.js';
export { WorkerModule } from './worker.module.js';
