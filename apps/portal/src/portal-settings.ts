import type { Logger } from '@platform/http';
import type { Language } from '@platform/tenancy';

/** Injection token of {@link PortalSettings}. */
export const PORTAL_SETTINGS = Symbol('portal settings');

/** What the pages need to know of this installation. */
export interface PortalSettings {
  readonly publicUrl: string;
  /** Signs the session cookie. */
  readonly sessionSecret: string;
  readonly defaultLanguage: Language;
  readonly defaultTimeZone: string;
  /** True where mails stay here instead of leaving by SMTP: then anybody may read them on a page. */
  readonly mailbox: boolean;
  readonly logger: Logger;
}

export const isHttps = (settings: Pick<PortalSettings, 'publicUrl'>): boolean => settings.publicUrl.startsWith('https:');
