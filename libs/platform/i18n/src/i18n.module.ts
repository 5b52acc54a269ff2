import { Global, Module } from '@nestjs/common';
import { Messages } from './messages.js';

@Global()
@Module({ providers: [{ provide: Messages, useFactory: () => new Messages() }], exports: [Messages] })
export class I18nModule {}
