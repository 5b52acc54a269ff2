import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.js';

export * from './pure.js';
export { Ledger, linkHash } from './ledger.js';
export type { Chain, LedgerSubject } from './ledger.js';

@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
