import { forbidden } from '@platform-pure/errors';
import type { PortalSettings } from '../portal-settings.js';

/** @throws Forbidden `portal_sign_up.closed` where strangers may not found organisations (`SIGN_UP=closed`). */
export function requireOpen({ signUp }: PortalSettings): void {
  if (signUp === 'closed') throw forbidden('portal_sign_up.closed');
}
