import type { Logger } from '@platform/http';
import type { Language } from '@platform/tenancy';

/** Injection token of {@link ApiSettings}. */
export const API_SETTINGS = Symbol('api settings');

export interface ApiSettings {
  readonly publicUrl: string;
  readonly defaultLanguage: Language;
  /** Bytes of one file. */
  readonly uploadMaxBytes: number;
  readonly logger: Logger;
}

/** Where every operation lives. */
export const BASE = '/api/v1';
/** Bytes of a JSON body; the largest legal one (a specification of 300 chosen items) has a fifth of it. */
export const BODY_MAX_BYTES = 1_000_000;
