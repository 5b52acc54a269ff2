import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { STORAGE_ROOT, Storage } from './storage.js';

@Module({})
export class StorageModule {
  /** `root`: the directory for files, `DATA_DIR/files`. */
  static at(root: string): DynamicModule {
    return { module: StorageModule, global: true, providers: [{ provide: STORAGE_ROOT, useValue: root }, Storage], exports: [Storage] };
  }
}
