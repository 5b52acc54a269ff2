import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { MasterKey } from './master-key.js';
import { OrganizationKeys } from './organization-keys.js';
import { SigningKeysRepository } from './signing-keys.repository.js';

/** For the worker only: whoever imports it must hold the master key. Other doors verify with `nodeVerificationTools`, which needs no module. */
@Module({})
export class SigningModule {
  static withMasterKey(masterKey: MasterKey): DynamicModule {
    return {
      module: SigningModule,
      global: true,
      providers: [{ provide: MasterKey, useValue: masterKey }, SigningKeysRepository, OrganizationKeys],
      exports: [OrganizationKeys],
    };
  }
}
