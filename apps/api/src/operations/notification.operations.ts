import { NOTIFICATION_KINDS, deliveryOf } from '@libs/insight';
import type { NotificationKind } from '@libs/insight';
import { ChooseNotificationMails, DELIVERIES, MarkNotificationsRead, NotificationActs, NotificationChoices, Notifications } from '@platform/notification';
import type { MemberId } from '@platform/tenancy';
import { listing, query, verb } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { flag, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';

const KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];
/** The pages show as many. */
const NEWEST = 200;
const delivery = oneOf(DELIVERIES);
const line = named('Notification', object({ id: id(), kind: text(), says: text(4000), objectKind: text(), objectId: id(), createdAt: instant(), readAt: nullable(instant()) }));

/** What the token's person is told, and how by mail. */
export const notificationOperations: readonly Operation[] = [
  listing('listNotifications', 'get /notifications', NotificationActs.read, `What the token’s person was told, the newest ${NEWEST}`, {
    covers: ['Notifications.forMember'], query: { unread: optional(flag()) }, answer: line,
    read: async ({ get, tx, actor, words }, { query: { unread } }) => (await get(Notifications).forMember(tx, actor.memberId as MemberId, { unread, limit: NEWEST }))
      .map((one) => ({ ...one, says: words.say(`notification.${one.kind}`, one.params) })) }),
  query('countUnread', 'get /notifications/unread', NotificationActs.read, 'How many were not read yet', {
    covers: ['Notifications.unread'], answer: object({ unread: integer() }), read: async ({ get, tx, actor }) => ({ unread: await get(Notifications).unread(tx, actor.memberId as MemberId) }) }),
  verb(MarkNotificationsRead, 'post /notifications/read', NotificationActs.read, 'Everything up to now has been read')({ args: () => [] }),
  query('getNotificationMails', 'get /notifications/mails', NotificationActs.read, 'Kind by kind, how mails come', {
    covers: ['NotificationChoices.of'], answer: object({ items: list(object({ kind: oneOf(KINDS), delivery })) }),
    read: async ({ get, tx, actor }) => {
      const choices = await get(NotificationChoices).of(tx, actor.memberId as MemberId);
      return { items: KINDS.map((kind) => ({ kind, delivery: deliveryOf(kind, choices) })) };
    } }),
  verb(ChooseNotificationMails, 'patch /notifications/mails', NotificationActs.choose, 'Says kind by kind how mails should come; what is left out stays')({
    body: object(Object.fromEntries(KINDS.map((kind) => [kind, optional(delivery)]))), args: ({ body }) => [body] }),
];
