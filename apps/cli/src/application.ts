import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '@platform/database';
import type { DatabaseUrls } from '@platform/database';

@Module({})
class CommandModule {}

/** The libs a command needs, without any door, for as long as `work` runs. */
export async function withApplication<T>(urls: DatabaseUrls, imports: readonly (Type | DynamicModule)[], work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const root: DynamicModule = { module: CommandModule, imports: [DatabaseModule.with(urls, { max: 3, applicationName: 'kenshu cli' }), ...imports] };
  const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
