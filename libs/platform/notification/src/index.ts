import { Global, Module } from '@nestjs/common';
import { Notifications } from './notifications.js';

export { Notifications } from './notifications.js';
export type { NewNotification, NotificationId, NotificationParams, NotificationRow } from './notifications.js';

@Global()
@Module({ providers: [Notifications], exports: [Notifications] })
export class NotificationModule {}
