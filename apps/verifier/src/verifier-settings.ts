import type { Clock } from '@platform/clock';
import type { Logger } from '@platform/http';
import type { Language } from '@platform/tenancy';

export interface VerifierSetup {
  /** Connects as kenshu_verifier; this door is given no other role. */
  readonly verifierUrl: string;
  /** Where this page is reached; https turns on the strict headers. */
  readonly publicUrl: string;
  readonly logger: Logger;
  /** Authorities to trust instead of those this installation has published. */
  readonly anchorPem?: readonly string[] | (() => Promise<string | null>);
  /** Multiplies the limits per network address. */
  readonly rateLimitFactor?: number;
  readonly clock?: Clock;
  readonly defaultLanguage?: Language;
  readonly defaultTimeZone?: string;
}

/** Injection token of {@link VerifierSetup}. */
export const VERIFIER_SETTINGS = Symbol('verifier settings');
