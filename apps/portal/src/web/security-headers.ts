import helmet from 'helmet';
import type { RequestHandler } from 'express';

/**
 * Scripts, styles and fonts from files of ours only, nothing inline; no framing, forms only to us. `data:` for images: Bootstrap draws its arrows and ticks
 * that way. Referrer is `no-referrer`: addresses of ours carry one-time links.
 */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], connectSrc: ["'self'"], styleSrc: ["'self'"], fontSrc: ["'self'"], imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"], ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
}
