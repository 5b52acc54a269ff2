import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { JobRunner } from '@platform/jobs';
import type { RunnerLog } from '@platform/jobs';
import { AnchorFile } from './anchor-file.js';
import { Reactor } from './reactor.js';

export const WORKER_SETTINGS = Symbol('worker settings');
export interface WorkerSettings { readonly runtimeUrl: string; readonly log: RunnerLog }

/** The worker's life: takes jobs until it is stopped, or (story and tests) until there are none left. */
@Injectable()
export class Worker implements OnApplicationShutdown {
  private readonly runner: JobRunner;

  constructor(reactor: Reactor, private readonly anchor: AnchorFile, @Inject(WORKER_SETTINGS) settings: WorkerSettings) {
    this.runner = new JobRunner(settings.runtimeUrl, reactor.handlers(), settings.log);
  }

  async start(): Promise<void> {
    await this.anchor.write();
    await this.runner.start();
  }

  /** Runs everything that is queued and what follows from it; a failing job throws. @returns how many jobs ran. */
  drain(): Promise<number> {
    return this.runner.drain();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}
