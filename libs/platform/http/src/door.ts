import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestLog, requestLog } from './logging.js';
import type { Logger } from './logging.js';
import { requirePermissions } from './permissions.js';

type Root = Parameters<typeof NestFactory.create>[0];

export const isHttps = (settings: { readonly publicUrl: string }): boolean => settings.publicUrl.startsWith('https:');

/** What every door does before anything of its own: whom to believe about the caller's address, and a log line with an id per request. */
export function prepareDoor(app: NestExpressApplication, settings: { readonly publicUrl: string; readonly logger: Logger }): void {
  // Behind https there is a proxy; only one on a private address is believed about the caller's own.
  app.set('trust proxy', isHttps(settings) ? 'loopback, linklocal, uniquelocal' : false);
  app.disable('x-powered-by');
  app.use(requestLog(settings.logger));
}

/** A door as an application that is ready to listen or to be handed requests. Throws when a route declares no permission. */
export async function createDoor(
  module: Root, { logger, bodyParser = true }: { readonly logger: Logger; readonly bodyParser?: boolean }, prepare: (app: NestExpressApplication) => void,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: new NestLog(logger), abortOnError: false, bodyParser });
  prepare(app);
  requirePermissions(app);
  await app.init();
  return app;
}
