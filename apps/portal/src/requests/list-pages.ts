import { Injectable } from '@nestjs/common';
import { BusinessDay, RequestList, sidesOf } from '@libs/insight';
import { Chasing, RequestActs } from '@libs/request';
import { forbidden } from '@platform-pure/errors';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { formView } from '../web/form.view.js';
import { listQuery } from '../web/list-query.rules.js';
import { Page, TableFile } from '../web/page.js';
import { askOf, asksOf, requestsView } from './list.view.js';

@Injectable()
export class RequestListPages {
  constructor(private readonly list: RequestList, private readonly chasing: Chasing, private readonly day: BusinessDay) {}

  /** The buyer's side; who only answers has a list of questionnaires. */
  async show(tx: TenantTx, asked: Readonly<Record<string, unknown>>): Promise<Page | TableFile> {
    if (!sidesOf(tx.actor.roles).buyer && !may(tx.actor, RequestActs.switch_reminders)) throw forbidden('common.forbidden', { act: RequestActs.read.name });
    const choices = await this.list.choices(tx);
    const query = listQuery(asked, asksOf(choices));
    const found = await this.list.page(tx, askOf(query, await this.day.today(tx)));
    const list = requestsView(found, query, choices);
    if (query.format) return new TableFile('requests', query.format, list.table);
    const view = { list, maySend: may(tx.actor, RequestActs.send), maySwitch: may(tx.actor, RequestActs.switch_reminders), automatic: await this.chasing.automatic(tx) };
    return new Page('requests/list', view, { title: 'portal_requests.title' });
  }

  async reminders(tx: TenantTx): Promise<Page> {
    const automatic = await this.chasing.automatic(tx);
    const choices = [{ value: 'on', label: 'portal_requests.reminders.on' }, { value: 'off', label: 'portal_requests.reminders.off' }];
    return new Page('requests/reminders', { form: formView(['reminders'], { reminders: automatic ? 'on' : 'off' }), choices }, { title: 'portal_requests.reminders.title' });
  }
}
