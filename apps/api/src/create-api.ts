import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction } from 'express';
import { createDoor, isHttps, prepareDoor } from '@platform/http';
import { API_SETTINGS } from './api-settings.js';
import type { ApiSettings } from './api-settings.js';
import { ApiModule } from './api.module.js';
import type { ApiSetup } from './api.module.js';
import { serveAssets } from './web/assets.js';
import type { ApiReply, ApiRequest } from './web/http.js';
import { securityHeaders } from './web/security-headers.js';

/** The API as an application that is ready to listen or to be handed requests. Bodies are read by the operation that wants one, after the token is known. */
export function createApi(setup: ApiSetup): Promise<NestExpressApplication> {
  return createDoor(ApiModule.with(setup), { logger: setup.logger, bodyParser: false }, prepareApi);
}

/** What runs before any route; to be called before `init`. No session and no cookie: there is nothing for another site to ride on. */
export function prepareApi(given: INestApplication): void {
  const app = given as NestExpressApplication;
  const settings = app.get<ApiSettings>(API_SETTINGS, { strict: false });
  prepareDoor(app, settings);
  app.set('etag', false); // ours are versions of rows, not hashes of bytes
  app.set('query parser', 'simple');
  app.use(securityHeaders(isHttps(settings)));
  serveAssets(app);
  app.use(privateAnswers);
}

function privateAnswers(_request: ApiRequest, reply: ApiReply, next: NextFunction): void {
  reply.setHeader('cache-control', 'no-store');
  next();
}
