import { Global, Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { OPS, RUNTIME, SEALER, VERIFIER, dataSource } from './data-sources.js';
import type { PoolOptions } from './data-sources.js';

/** One connection string per role; a door is given only the roles it works with. */
export interface DatabaseUrls {
  readonly runtime?: string;
  readonly sealer?: string;
  readonly verifier?: string;
  readonly ops?: string;
}

const TOKENS = { runtime: RUNTIME, sealer: SEALER, verifier: VERIFIER, ops: OPS } as const;
const OPENED = Symbol('opened DataSources');

@Injectable()
class CloseDatabases implements OnApplicationShutdown {
  constructor(@Inject(OPENED) private readonly opened: DataSource[]) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.opened.filter((source) => source.isInitialized).map((source) => source.destroy()));
  }
}

@Global()
@Module({})
export class DatabaseModule {
  static with(urls: DatabaseUrls, pool: PoolOptions = {}): DynamicModule {
    const given = (Object.keys(TOKENS) as (keyof typeof TOKENS)[]).filter((role) => urls[role]);
    const providers: Provider[] = given.map((role) => ({
      provide: TOKENS[role],
      useFactory: () => dataSource(urls[role] as string, pool).initialize(),
    }));
    const tokens = given.map((role) => TOKENS[role]);
    return {
      module: DatabaseModule,
      providers: [...providers, { provide: OPENED, useFactory: (...sources: DataSource[]) => sources, inject: tokens }, CloseDatabases],
      exports: tokens,
    };
  }
}
