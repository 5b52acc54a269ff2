export { JobQueue, QUEUE_OPTIONS } from './job-queue.js';
export type { SqlRunner } from './job-queue.js';
export { JobRunner } from './job-runner.js';
export type { JobHandler, RunnerLog } from './job-runner.js';
export { JobsModule } from './jobs.module.js';
export { QUEUE_SCHEMA, installQueue } from './queue-install.js';
