import { Module } from '@nestjs/common';
import { NotificationModule } from '@platform/notification';
import { NotificationsController } from './notifications.controller.js';

@Module({ imports: [NotificationModule], controllers: [NotificationsController] })
export class NotificationsPagesModule {}
