import type { Choices, Delivery } from '@platform-pure/notification';

/**
 * Everything a member may be told, and how it comes by mail until the member chooses otherwise: at once where it is the member's turn,
 * in the morning's summary where it is only good to know. The worker's table of tellings has exactly these (a spec compares them).
 */
export const NOTIFICATION_KINDS = {
  'specification.submit': 'immediate', 'specification.send_back': 'immediate', 'specification.approve': 'digest',
  'request.send': 'immediate', 'request.extend': 'immediate', 'request.withdraw': 'immediate', 'request.remind': 'immediate', 'request.record_bounce': 'immediate',
  'request.talk': 'immediate', 'request.talk_of_buyer': 'immediate', 'request.link': 'digest',
  'response.assign': 'immediate', 'response.submit': 'immediate', 'attestation.decline': 'immediate', 'attestation.seal': 'immediate',
  'review.return': 'immediate', 'review.reply': 'immediate', 'review.agree': 'digest',
  'order.place': 'digest', 'delivery.announce': 'digest', 'delivery.receive': 'immediate', 'delivery.return': 'immediate',
  'inspection.judge': 'immediate', 'inspection.send_back': 'immediate', 'inspection.confirm': 'immediate', 'inspection.approve': 'digest', 'inspection.reject': 'immediate', 'inspection.observe': 'digest',
  'certificate.issue': 'immediate', 'certificate.supersede': 'digest', 'certificate.ask_supersede': 'digest', 'certificate.revoke': 'immediate',
} as const satisfies Readonly<Record<string, Delivery>>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const isNotificationKind = (kind: string): kind is NotificationKind => Object.hasOwn(NOTIFICATION_KINDS, kind);

/** What counts for one kind: the member's choice, otherwise the kind's own. What nobody knows any more is told inside only. */
export function deliveryOf(kind: string, choices: Choices): Delivery {
  const chosen = Object.hasOwn(choices, kind) ? choices[kind] : undefined;
  return chosen ?? (isNotificationKind(kind) ? NOTIFICATION_KINDS[kind] : 'off');
}

/** Where the thing is that a notification is about; null for what has no page. */
export function pathOf(objectKind: string, objectId: string, kind: string): string | null {
  if (objectKind === 'response_statement' && kind === 'attestation.seal') return `/reviews/${objectId}`;
  if (objectKind === 'response_statement' && kind === 'response.submit') return `/signatures/${objectId}`;
  if (objectKind === 'request' && ANSWERED.includes(kind)) return `/questionnaires/${objectId}`;
  const place = PLACES[objectKind];
  return place === undefined ? null : place + objectId;
}

/** Told to those who answer: they go to their own desk. */
const ANSWERED: readonly string[] = ['request.send', 'request.extend', 'request.withdraw', 'request.remind', 'request.talk_of_buyer', 'response.assign'];
const PLACES: Readonly<Record<string, string>> = {
  request: '/requests/', delivery_announcement: '/deliveries/new?announcement=', response_statement: '/responses/', specification: '/specifications/drafts/', specification_edition: '/specifications/', order_line: '/orders/',
  delivery: '/deliveries/', inspection: '/inspections/', certificate: '/certificates/',
};
