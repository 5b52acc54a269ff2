import { NOTIFICATION_KINDS } from '@pure/insight';
import { Messages } from '@platform/i18n';
import { changed, choicesView, notificationsView } from './notifications.view.js';

describe('the list of notifications', () => {
  it('leads to what each is about, the unread ones marked', () => {
    const row = { id: '1' as never, memberId: '2' as never, kind: 'request.send', objectKind: 'request', objectId: '9', params: { number: 'R' }, createdAt: new Date(0), readAt: null };
    expect(notificationsView([row], 1).rows[0]).toMatchObject({ href: '/questionnaires/9', fresh: true, says: { $text: 'notification.request.send' } });
  });
});

describe('the choice of mails', () => {
  it('has every kind once, with a name in both languages', () => {
    const { groups } = choicesView({});
    const kinds = groups.flatMap((group) => group.kinds);
    expect(kinds.map(({ id }) => id).sort()).toEqual(Object.keys(NOTIFICATION_KINDS).sort());
    const messages = new Messages();
    const keys = [...groups.map(({ title }) => title), ...kinds.map(({ label }) => label)];
    expect((['ja', 'en'] as const).flatMap((language) => keys.filter((key) => !messages.has(language, key)))).toEqual([]);
  });

  it('shows what counts, and keeps only what was changed', () => {
    const choices = { 'request.send': 'off' } as const;
    const send = choicesView(choices).groups.flatMap((group) => group.kinds).find(({ id }) => id === 'request.send')!;
    expect(send.options.filter(({ chosen }) => chosen).map(({ value }) => value)).toEqual(['off']);
    expect(changed({ 'request.send': 'off', 'review.agree': 'immediate', 'order.place': 'digest', other: 'x' }, choices)).toEqual({ 'review.agree': 'immediate' });
  });
});
