import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** No script at all, styles and fonts from here only, no framing, forms only to us. Referrer is `no-referrer`: an address of ours may hold a code. */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], styleSrc: ["'self'"], fontSrc: ["'self'"], imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"], ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
}
