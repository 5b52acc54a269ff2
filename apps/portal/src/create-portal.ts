import type { NestExpressApplication } from '@nestjs/platform-express';
import type { INestApplication } from '@nestjs/common';
import compression from 'compression';
import session from 'express-session';
import { createDoor, isHttps, prepareDoor } from '@platform/http';
import { PgSessionStore, sessionOptions } from '@platform/identity';
import type { NextFunction } from 'express';
import { PortalModule } from './portal.module.js';
import type { PortalSetup } from './portal.module.js';
import { PORTAL_SETTINGS } from './portal-settings.js';
import type { PortalSettings } from './portal-settings.js';
import { serveAssets } from './web/assets.js';
import { csrfProtection } from './web/csrf.js';
import { refuseNul } from './web/form-bytes.js';
import type { PortalReply, PortalRequest } from './web/http.js';
import { securityHeaders } from './web/security-headers.js';
import { readUploads } from './web/uploads.js';

/** The portal as an application that is ready to listen or to be handed requests. */
export function createPortal(setup: PortalSetup): Promise<NestExpressApplication> {
  return createDoor(PortalModule.with(setup), { logger: setup.logger }, preparePortal);
}

/** What runs before any route, in this order; to be called before `init`. */
export function preparePortal(given: INestApplication): void {
  const app = given as NestExpressApplication;
  const settings = app.get<PortalSettings>(PORTAL_SETTINGS, { strict: false });
  const https = isHttps(settings);
  prepareDoor(app, settings);
  app.use(securityHeaders(https));
  app.use(compression());
  serveAssets(app);
  app.use('/healthz', noSession);
  app.use('/readyz', noSession);
  app.use(session(sessionOptions(app.get(PgSessionStore, { strict: false }), { secrets: [settings.sessionSecret], secure: https })));
  app.use(privatePages);
  app.useBodyParser('urlencoded', { extended: false, limit: '256kb', parameterLimit: 2000 });
  app.use(readUploads(settings.uploadMaxBytes));
  app.use(refuseNul);
  app.use(csrfProtection);
}

/** Pages hold what one person may see: no cache keeps them, and the back button after signing out shows nothing. */
function privatePages(_request: PortalRequest, reply: PortalReply, next: NextFunction): void {
  reply.setHeader('cache-control', 'no-store');
  next();
}

/** A probe every second must not read sessions. */
function noSession(request: PortalRequest, _reply: PortalReply, next: NextFunction): void {
  request.headers.cookie = '';
  next();
}
