import { invalid } from '@platform-pure/errors';

/** How a member hears of a kind by mail; inside the product everything is told. */
export const DELIVERIES = ['immediate', 'digest', 'off'] as const;
export type Delivery = (typeof DELIVERIES)[number];
export type Choices = Readonly<Record<string, Delivery>>;

const KIND = /^[a-z_]{1,40}\.[a-z_]{1,40}$/;

/** What came from a form or the API. @throws Invalid `notification.choice_unknown` */
export function readChoices(given: Readonly<Record<string, unknown>>): Choices {
  const entries = Object.entries(given);
  const known = entries.length <= 200 && entries.every(([kind, delivery]) => KIND.test(kind) && (DELIVERIES as readonly unknown[]).includes(delivery));
  if (!known) throw invalid('notification.choice_unknown');
  return Object.fromEntries(entries) as Choices;
}

/** A summary is for the morning: from this hour on where the organisation is. */
export const DIGEST_HOUR = 8;
