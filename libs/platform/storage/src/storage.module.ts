import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { STORAGE_ROOT, Storage, UPLOAD_MAX_BYTES } from './storage.js';

const DEFAULT_UPLOAD_MAX_BYTES = 50_000_000;

@Module({})
export class StorageModule {
  /** `root`: the directory for files, `DATA_DIR/files`; `uploadMaxBytes`: the largest file a person may bring (`EVIDENCE_MAX_MB`). */
  static at(root: string, { uploadMaxBytes = DEFAULT_UPLOAD_MAX_BYTES }: { readonly uploadMaxBytes?: number } = {}): DynamicModule {
    const settings = [{ provide: STORAGE_ROOT, useValue: root }, { provide: UPLOAD_MAX_BYTES, useValue: uploadMaxBytes }];
    return { module: StorageModule, global: true, providers: [...settings, Storage], exports: [Storage, UPLOAD_MAX_BYTES] };
  }
}
