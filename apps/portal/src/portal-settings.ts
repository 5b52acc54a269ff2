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
  /** Whether strangers may found an organisation. */
  readonly signUp: 'open' | 'closed';
  /** Bytes of one file of a form. */
  readonly uploadMaxBytes: number;
  readonly logger: Logger;
}


const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The mailbox page shows one-time codes and links of everybody to anybody. It exists only where there is no mail server and nobody but this
 * machine can come in: never behind a public address.
 */
export function showsMailbox(config: { readonly smtpUrl?: string; readonly publicUrl: string }): boolean {
  return config.smtpUrl === undefined && THIS_MACHINE.has(new URL(config.publicUrl).hostname);
}
