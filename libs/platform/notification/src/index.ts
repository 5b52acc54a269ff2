import { Global, Module } from '@nestjs/common';
import { ChooseNotificationMails } from './choose-notification-mails.js';
import { MarkNotificationsRead } from './mark-notifications-read.js';
import { NotificationChoices } from './notification-choices.js';
import { Notifications } from './notifications.js';

export * from './pure.js';
export { ChooseNotificationMails } from './choose-notification-mails.js';
export { MarkNotificationsRead } from './mark-notifications-read.js';
export { NotificationChoices } from './notification-choices.js';
export { Notifications } from './notifications.js';
export type { NewNotification, NotificationId, NotificationParams, NotificationRow } from './notifications.js';

const OFFERED = [Notifications, NotificationChoices, ChooseNotificationMails, MarkNotificationsRead];

@Global()
@Module({ providers: OFFERED, exports: OFFERED })
export class NotificationModule {}
