import type { TenantTx } from '@platform/tenancy';
import type { RecordedEvent } from '../reaction.js';
import type { Parties, Words } from './telling.rules.js';

/** What an event means to those who are told: read as the organisation that acted. */
export interface TellingFacts extends Parties {
  /** Where the notification leads. */
  readonly object: { readonly kind: string; readonly id: string };
  readonly words: Words;
  /** Employee number of the specification's author. */
  readonly authorKey?: string | null;
  /** The member whom the act names. */
  readonly memberId?: string | null;
}

export interface ReadsFacts {
  of(tx: TenantTx, event: RecordedEvent): Promise<TellingFacts>;
}
