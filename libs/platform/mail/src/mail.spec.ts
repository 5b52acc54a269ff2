import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@platform/clock';
import { Messages } from '@platform/i18n';
import { Templates } from '@platform/rendering';
import { MailComposer } from './mail-composer.js';
import type { MailOptions } from './mail.options.js';
import type { MailMessage, Recipient } from './mail-message.js';
import type { MailKind, MailViews } from './mail-views.js';
import { Mailbox } from './mailbox.js';

const mailboxDir = mkdtempSync(join(tmpdir(), 'kenshu-mail-'));
afterAll(() => rmSync(mailboxDir, { recursive: true }));

const options: MailOptions = { mailboxDir, from: '検収 Kenshu <noreply@kenshu.example>', publicUrl: 'https://kenshu.example' };
const composer = new MailComposer(new Templates(new Messages()), new FixedClock(new Date('2026-11-20T00:00:00Z')), options);
const to: Recipient = { email: 'takasaki@kikai.example', name: '髙﨑 誠', language: 'ja' };
const contact = { name: '森 さくら', email: 'mori@buyer.example' };
const request = { number: 'RQ-2026-0007', title: 'エッチング装置 <3号機> & 周辺' };
const at = new Date('2026-12-04T15:00:00Z');

const VIEWS: MailViews = {
  'member-invitation': { organization: '日の丸デバイス㈱', inviter: '森 さくら', roles: '検査者、受領担当', url: 'https://kenshu.example/invitations/abc', expiresAt: at },
  'supplier-invitation': { buyer: '日の丸デバイス㈱', factory: '北関東工場', contact, request, dueOn: '2026-12-18', note: null, url: 'https://kenshu.example/supplier-invitations/abc', expiresAt: at },
  'password-reset': { name: '髙﨑 誠', url: 'https://kenshu.example/password-reset/abc', expiresAt: at },
  'sign-up': { url: 'https://kenshu.example/sign-up/abc', expiresAt: at },
  'one-time-code': { name: '髙﨑 誠', code: '012345', expiresAt: at },
  'request-sent': { buyer: '日の丸デバイス㈱', factory: '北関東工場', contact, request, dueOn: '2026-12-18', note: '至急お願いします', url: 'https://kenshu.example/supplier/requests/1' },
  'request-reminder': { buyer: '日の丸デバイス㈱', factory: '北関東工場', contact, request, dueOn: '2026-12-18', note: null, url: 'https://kenshu.example/join/abc', expiresAt: at },
  'request-extended': { buyer: '日の丸デバイス㈱', factory: '北関東工場', contact, request, dueOn: '2026-12-18', note: '年末のため', url: 'https://kenshu.example/requests/1', expiresAt: null },
  'request-withdrawn': { buyer: '日の丸デバイス㈱', factory: '北関東工場', contact, request, dueOn: '2026-12-18', note: '調達を中止したため', url: 'https://kenshu.example/', expiresAt: null },
  'response-released': { supplier: '𠮷田精機㈱', factory: '北関東工場', request, revision: 2, signer: '𠮷田 健', releasedAt: at, url: 'https://kenshu.example/buyer/responses/1' },
  'response-returned': { buyer: '日の丸デバイス㈱', contact, request, findings: [{ title: '多要素認証', text: '根拠資料が古い版です', dueOn: '2026-12-10' }, { title: '更新手順', text: '手順書がありません', dueOn: null }], dueOn: null, url: 'https://kenshu.example/supplier/responses/1' },
  'notification': { says: '山手デバイスから回答の依頼 REQ-2026-0001 が届きました', url: 'https://kenshu.example/questionnaires/1', settingsUrl: 'https://kenshu.example/profile/notifications' },
  'notification-digest': { day: '2026-11-20', lines: [{ text: '回答に合意しました', url: 'https://kenshu.example/requests/1' }], url: 'https://kenshu.example/notifications', settingsUrl: 'https://kenshu.example/profile/notifications' },
  'certificate-issued': { buyer: '日の丸デバイス㈱', contact, number: 'HMD-2026-000001', poNumber: 'PO-77', deliveryNote: 'DN-501 (1/2)', goods: 'エッチング装置', issuedOn: '2026-12-01', url: 'https://kenshu.example/certificates/1', verifyUrl: 'https://kenshu.example/verify' },
};
const KINDS = Object.keys(VIEWS) as MailKind[];
const compose = <K extends MailKind>(kind: K, recipient: Recipient = to): MailMessage =>
  composer.compose(kind, recipient, VIEWS[kind], { replyTo: contact, about: 'event-1' });

describe('every mail', () => {
  it.each(KINDS.flatMap((kind) => [[kind, 'ja'], [kind, 'en']] as const))('%s is whole in %s', (kind, language) => {
    const mail = compose(kind, { ...to, language });
    const view: { url?: string; code?: string } = VIEWS[kind];
    for (const part of [mail.text, mail.html]) expect(part).toContain(view.url ?? view.code);
    expect(mail.subject).not.toMatch(/\n|^$/);
    expect(mail.text).not.toMatch(/&(amp|lt|quot);|\n\n\n|<a /);
    expect(mail.html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
    expect(mail.text.startsWith(language === 'ja' ? '髙﨑 誠 様' : 'Dear 髙﨑 誠,')).toBe(true);
  });
  it('says who asks, what and by when', () => {
    const { subject, text } = compose('supplier-invitation');
    expect(subject).toBe('【日の丸デバイス㈱】セキュリティ要求への回答のお願い（RQ-2026-0007・期限 2026年12月18日）');
    for (const said of ['北関東工場', 'エッチング装置 <3号機> & 周辺', '2026年12月18日', '森 さくら <mori@buyer.example>', '2026年12月5日 00:00 JST']) expect(text).toContain(said);
  });
  it('escapes what people wrote in HTML, and only there', () => {
    expect(compose('request-sent').html).toContain('エッチング装置 &lt;3号機&gt; &amp; 周辺');
    expect(compose('request-sent').text).toContain('エッチング装置 <3号機> & 周辺');
  });
  it('lists each finding with its own date', () => {
    const { text, subject } = compose('response-returned');
    expect(subject).toContain('指摘 2 件');
    expect(text).toContain('- 多要素認証 (期限 2026年12月10日)\n  根拠資料が古い版です\n- 更新手順\n  手順書がありません');
  });
  it('greets nobody in particular when nobody is known', () => expect(compose('request-sent', { ...to, name: '' }).text).toMatch(/^ご担当者様/));
  it('has the same Message-ID when it is sent again for the same reason, and another for another person', () => {
    expect(compose('request-sent').messageId).toBe(compose('request-sent').messageId);
    expect(compose('request-sent', { ...to, email: 'other@kikai.example' }).messageId).not.toBe(compose('request-sent').messageId);
    const secret = (): string => composer.compose('one-time-code', to, VIEWS['one-time-code']).messageId;
    expect(secret()).not.toBe(secret());
  });
});

describe('the mailbox', () => {
  const mailbox = new Mailbox(options);
  it('keeps a mail as it would have been sent, replies going to the buyer', async () => {
    const id = await mailbox.keep(compose('request-sent'));
    const eml = (await mailbox.eml(id))?.toString() ?? '';
    expect(eml).toMatch(/^Reply-To: .*<mori@buyer\.example>/m);
    expect(eml).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(eml).toContain('multipart/alternative');
    expect(await mailbox.get(id)).toMatchObject({ id, kind: 'request-sent', to: { address: 'takasaki@kikai.example' }, replyTo: { address: 'mori@buyer.example' } });
    expect(readdirSync(mailboxDir).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
  it('lists the newest first, and one person’s only when asked', async () => {
    const other = await mailbox.keep(compose('password-reset', { ...to, email: 'other@kikai.example' }));
    expect((await mailbox.list())[0].id).toBe(other);
    expect((await mailbox.list({ to: 'Other@kikai.example' })).map((mail) => mail.id)).toEqual([other]);
    expect(await mailbox.list({ limit: 1 })).toHaveLength(1);
  });
  it('cannot be talked into another directory', async () => expect(await mailbox.get('../../package')).toBeUndefined());
  it('is empty before the first mail', async () => expect(await new Mailbox({ ...options, mailboxDir: join(mailboxDir, 'none') }).list()).toEqual([]));
});
