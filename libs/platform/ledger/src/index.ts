import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CHECKPOINT_DIR, Checkpoints } from './checkpoints.queries.js';
import { Ledger } from './ledger.js';

export * from './pure.js';
export { CHECKPOINT_DIR, Checkpoints, latestCheckpoint } from './checkpoints.queries.js';
export { Ledger, linkHash } from './ledger.js';
export type { Chain, LedgerSubject } from './ledger.js';

@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}

/** For the worker: needs the ops role. */
@Module({})
export class CheckpointModule {
  static at(directory: string): DynamicModule {
    return { module: CheckpointModule, providers: [{ provide: CHECKPOINT_DIR, useValue: directory }, Checkpoints], exports: [Checkpoints] };
  }
}
