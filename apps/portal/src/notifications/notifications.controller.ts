import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { CurrentActor, May } from '@platform/http';
import { ChooseNotificationMails, MarkNotificationsRead, NotificationActs, NotificationChoices, Notifications } from '@platform/notification';
import { TenantDb } from '@platform/tenancy';
import type { Actor, MemberId } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { SHOWN, changed, choicesView, notificationsView } from './notifications.view.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly db: TenantDb, private readonly notifications: Notifications, private readonly choices: NotificationChoices,
    private readonly choose: ChooseNotificationMails, private readonly markRead: MarkNotificationsRead,
  ) {}

  @Get('notifications')
  @May(NotificationActs.read)
  list(@CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const rows = await this.notifications.forMember(tx, actor.memberId as MemberId, { limit: SHOWN });
      return new Page('notifications/list', notificationsView(rows, await this.notifications.unread(tx, actor.memberId as MemberId)), { title: 'notification.title' });
    });
  }

  @Post('notifications/read')
  @May(NotificationActs.read)
  async read(@CurrentActor() actor: Actor): Promise<SeeOther> {
    await this.markRead.execute(actor);
    return new SeeOther('/notifications');
  }

  @Get('profile/notifications')
  @May(NotificationActs.choose)
  async mails(@CurrentActor() actor: Actor): Promise<Page> {
    return new Page('notifications/mails', choicesView(await this.chosen(actor)), { title: 'portal_notifications.mails' });
  }

  @Post('profile/notifications')
  @May(NotificationActs.choose)
  async change(@Body() form: Record<string, unknown>, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.choose.execute(actor, changed(form, await this.chosen(actor)));
    leaveNotice(request, 'portal_notifications.saved');
    return new SeeOther('/profile/notifications');
  }

  private chosen(actor: Actor): ReturnType<NotificationChoices['of']> {
    return this.db.run(actor, (tx) => this.choices.of(tx, actor.memberId as MemberId));
  }
}
