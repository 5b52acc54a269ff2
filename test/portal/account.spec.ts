import { declaredRoutes } from '@platform/http';
import { IdentityDb, Passwords } from '@platform/identity';
import { MailComposer, MailTransport } from '@platform/mail';
import { JobQueue } from '@platform/jobs';
import { OneTimeTokens, PASSWORD, csrf, openPortal, post, signIn } from './portal.fixtures.js';
import type { Portal } from './portal.fixtures.js';

let portal: Portal;
const KEIKO = 'keiko@device.example.jp';

beforeAll(async () => {
  portal = await openPortal();
  await portal.organization('東都デバイス㈱', await portal.person(KEIKO, '髙﨑 恵子'), ['procurement']);
});
afterAll(() => portal?.close());

const tokenFor = async (email: string): Promise<string> => {
  const [{ id }] = await portal.get(IdentityDb).query<{ id: string }>('select id from identity.identity where email = $1', [email]);
  return (await portal.get(OneTimeTokens).mint({ kind: 'password_reset', email, payload: { identityId: id } })).token;
};

describe('a forgotten password', () => {
  it('is answered the same for a known and an unknown address', async () => {
    const known = await post(portal.agent(), '/password-reset', { email: KEIKO }, '/password-reset');
    const unknown = await post(portal.agent(), '/password-reset', { email: 'nobody@x.example' }, '/password-reset');
    expect([known.status, unknown.status]).toEqual([200, 200]);
    const bare = (text: string): string => text.replaceAll(/(?:value|content)="[^"]*"/g, '');
    expect(bare(known.text)).toBe(bare(unknown.text));
  });

  it('is set through a link that works once and ends every session', async () => {
    const email = 'reset@device.example.jp';
    await portal.organization('再設定㈱', await portal.person(email));
    const before = await signIn(portal, email);
    const token = await tokenFor(email);
    const agent = portal.agent();
    const weak = await post(agent, `/password-reset/${token}`, { password: 'short' }, `/password-reset/${token}`);
    expect(weak.status).toBe(422);
    expect(weak.text).toContain('12 文字以上');
    const done = await post(agent, `/password-reset/${token}`, { password: 'another long password' }, `/password-reset/${token}`);
    expect([done.status, done.headers.location]).toEqual([303, '/sign-in']);
    expect((await agent.get('/sign-in')).text).toContain('パスワードを設定しました');
    expect((await agent.get('/sign-in')).text).not.toContain('パスワードを設定しました');
    await before.get('/').expect(303);
    expect((await post(portal.agent(), `/password-reset/${token}`, { password: 'a third long password' })).status).toBe(422);
    await agent.get(`/password-reset/${token}`).expect(422);
    await signIn(portal, email, 'another long password');
    expect((await post(portal.agent(), '/sign-in', { email, password: PASSWORD })).status).toBe(422);
  });

  it('says of a link that never was what it says of a used one', async () => {
    const { status, text } = await portal.agent().get('/password-reset/AAAAAAAAAAAAAAAAAAAAAA');
    expect([status, text.includes('使用済みか、有効期限が切れています')]).toEqual([422, true]);
  });
});

describe('the second factor', () => {
  const givenCode = async (code: string): Promise<void> => {
    const codeHash = await portal.get(Passwords).hash(code);
    await portal.get(IdentityDb).query('update identity.step_up_challenge set code_hash = $1 where code_hash is null', [codeHash]);
  };

  it('asks for the password, then for the code from the mail, and leads back to where the person was', async () => {
    const agent = await signIn(portal, KEIKO);
    const sent = jest.spyOn(portal.get(JobQueue), 'send');
    expect((await post(agent, '/step-up', { password: 'wrong', next: '/certificates' }, '/step-up')).status).toBe(422);
    const first = await post(agent, '/step-up', { password: PASSWORD, next: '/certificates' }, '/step-up?next=/certificates');
    expect(first.headers.location).toBe('/step-up/code?next=%2Fcertificates');
    expect(sent.mock.calls.map(([, queue, data]) => [queue, (data as { kind: string }).kind])).toEqual([['identity-mail', 'step_up_code']]);
    sent.mockRestore();
    expect((await post(agent, '/step-up/code', { code: '123456' }, '/step-up/code')).text).toContain('届いてから入力してください');
    await givenCode('123456');
    const wrong = await post(agent, '/step-up/code', { code: '654321' }, '/step-up/code');
    expect([wrong.status, wrong.text.includes('あと 4 回')]).toEqual([422, true]);
    const done = await post(agent, '/step-up/code', { code: ' 123 456 ', next: '/certificates' }, '/step-up/code');
    expect([done.status, done.headers.location]).toEqual([303, '/certificates']);
    expect((await agent.get('/certificates')).text).toContain('本人確認が済みました');
    const [{ method }] = await portal.get(IdentityDb).query<{ method: string }>('select method from identity.step_up_grant');
    expect(method).toBe('password_mail_code');
    expect((await post(agent, '/step-up/code', { code: '123456' }, '/step-up/code')).status).toBe(422);
  });

  it('is for signed-in people only', async () => {
    await portal.agent().get('/step-up').expect(303).expect('location', '/sign-in?next=%2Fstep-up');
  });
});

describe('the language', () => {
  it('follows the browser, then the person’s choice, on every page', async () => {
    const agent = portal.agent();
    expect((await agent.get('/sign-in').set('accept-language', 'en-GB,ja;q=0.5')).text).toContain('<html lang="en">');
    expect((await agent.get('/sign-in').set('accept-language', 'fr')).text).toContain('<html lang="ja">');
    const answer = await post(agent, '/language', { language: 'en', next: '/sign-in' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
    // an empty answer would be on its way before the session is saved
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(0);
    expect((await agent.get('/nowhere')).text).toContain('This cannot be shown');
  });

  it('is kept in the profile of who is signed in', async () => {
    const email = 'language@device.example.jp';
    await portal.organization('言語㈱', await portal.person(email));
    await post(await signIn(portal, email), '/language', { language: 'en', next: '/' }, '/');
    expect((await (await signIn(portal, email)).get('/')).text).toContain('<html lang="en">');
  });

  it('is one of ours', async () => {
    expect((await post(portal.agent(), '/language', { language: 'xx', next: '/' })).status).toBe(422);
  });
});

describe('what protects every page', () => {
  it('refuses a form without its token, or with somebody else’s, with 403 and our code', async () => {
    const agent = await signIn(portal, KEIKO);
    for (const path of ['/sign-in', '/sign-out', '/organizations', '/language', '/step-up', '/password-reset', '/invitations/x', '/join/x', '/nowhere']) {
      const bare = await agent.post(path).type('form').send({ email: 'a', password: 'b' });
      expect([path, bare.status]).toEqual([path, 403]);
    }
    const stranger = await csrf(portal.agent());
    const { status, text } = await agent.post('/language').type('form').send({ _csrf: stranger, language: 'en' });
    expect([status, text.includes('portal.form_expired')]).toEqual([403, true]);
  });

  it('sends strict headers and no script but files of ours', async () => {
    const { headers, text } = await portal.agent().get('/sign-in');
    expect(headers['content-security-policy']).toBe("default-src 'none';script-src 'self';connect-src 'self';style-src 'self';font-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(text).not.toMatch(/<script|style=|onclick|https?:\/\/(?!localhost)/);
  });

  it('tells of an error its code and a reference, never what is inside', async () => {
    const missing = await portal.agent().get('/nowhere');
    expect([missing.status, missing.text.includes('common.not_found'), missing.text.includes(missing.headers['x-request-id'])]).toEqual([404, true, true]);
    const broken = jest.spyOn(portal.get(IdentityDb), 'query').mockRejectedValueOnce(new Error('secret detail'));
    const { status, text } = await portal.agent().get('/password-reset/x');
    broken.mockRestore();
    expect([status, text.includes('common.unexpected'), text.includes('secret detail'), text.includes('at ')]).toEqual([500, true, false, false]);
  });

  it('answers a body that is too large with a page, not with a stack', async () => {
    const agent = portal.agent();
    const token = await csrf(agent);
    const { status, text } = await agent.post('/sign-in').type('form').send({ _csrf: token, email: 'x'.repeat(300_000) });
    expect([status, text.includes('common.too_large')]).toEqual([413, true]);
  });

  it('serves its own styles and fonts for a year and nothing beside them', async () => {
    const page = await portal.agent().get('/sign-in');
    for (const [, path] of page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      const { status, headers } = await portal.agent().get(path.replaceAll('&#x3D;', '='));
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    await portal.agent().get('/assets/fonts/400/NotoSansJP_400Regular.ttf').expect(200);
    await portal.agent().get('/assets/../../package.json').expect(404);
    await portal.agent().get('/assets/.env').expect(404);
  });

  it('is bound to https by its cookie and headers where the address is https', async () => {
    const secure = await openPortal({ PUBLIC_URL: 'https://kenshu.example.jp', SESSION_SECRET: 'x'.repeat(40) });
    try {
      const { headers } = await secure.agent().get('/sign-in').set('x-forwarded-proto', 'https');
      expect(String(headers['set-cookie'])).toMatch(/^__Host-kenshu=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect(headers['strict-transport-security']).toContain('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});

describe('who may come in without signing in', () => {
  it('is decided route by route; these and no others', () => {
    const open = declaredRoutes(portal.app).filter(({ permission }) => permission?.kind === 'open').map(({ controller, handler }) => `${controller}.${handler}`).sort();
    expect(open).toEqual([
      'HealthController.process', 'HealthController.ready', 'InvitationsController.form', 'InvitationsController.join', 'JoinController.account', 'JoinController.accountForm', 'JoinController.form', 'JoinController.forwardForm', 'JoinController.forwarded',
      'LanguageController.choose', 'MailboxController.eml', 'MailboxController.list', 'MailboxController.show', 'PasswordResetController.form',
      'PasswordResetController.request', 'PasswordResetController.requestForm', 'PasswordResetController.reset', 'SignInController.form', 'SignInController.signIn',
      'SignUpController.account', 'SignUpController.again', 'SignUpController.form', 'SignUpController.openAccount', 'SignUpController.request']);
  });
});

describe('health', () => {
  it('answers machines without a session', async () => {
    const alive = await portal.agent().get('/healthz').expect(200);
    expect([alive.body, alive.headers['set-cookie']]).toEqual([{ status: 'ok' }, undefined]);
    expect((await portal.agent().get('/readyz').expect(200)).body).toEqual({ status: 'ready', checks: { database: 'ok', queue: 'ok', migrations: 'ok' } });
  });
});

describe('the mailbox', () => {
  it('shows mails as text with our own links, filters by address and gives the file', async () => {
    const view = { name: '髙﨑', url: 'http://localhost:3000/password-reset/abc', expiresAt: new Date('2026-11-02T01:00:00Z') };
    const mail = portal.get(MailComposer).compose('password-reset', { email: KEIKO, name: '髙﨑', language: 'ja' }, view);
    await portal.get(MailTransport).send({ ...mail, text: `${mail.text}\n<script>alert(1)</script>` });
    const list = await portal.agent().get(`/mailbox?to=${KEIKO}`).expect(200);
    const [, id] = /href="\/mailbox\/([0-9a-f-]{36})"/.exec(list.text)!;
    expect((await portal.agent().get('/mailbox?to=other@x.example')).text).toContain('メールはまだありません');
    const { text } = await portal.agent().get(`/mailbox/${id}`).expect(200);
    expect(text).toContain('href="/password-reset/abc"');
    expect(text).not.toContain('<script>');
    await portal.agent().get(`/mailbox/${id}/eml`).expect(200).expect('content-type', 'message/rfc822');
    await portal.agent().get('/mailbox/01900000-0000-7000-8000-000000000000').expect(404);
    await portal.agent().get('/mailbox/..%2f..%2fetc').expect(404);
  });

  it('does not exist where a mail server is configured', async () => {
    const sending = await openPortal({ SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: 'Kenshu <k@example.jp>' });
    try {
      await sending.agent().get('/mailbox').expect(404);
      expect((await sending.agent().get('/sign-in')).text).not.toContain('/mailbox');
    } finally {
      await sending.close();
    }
  });
});
