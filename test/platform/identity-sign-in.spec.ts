import { ChangePassword, IDENTITY_MAIL_QUEUE, Identities, OneTimeTokens, Passwords, RequestPasswordReset, ResetPassword, SendIdentityMail, Sessions, SignIn } from '@platform/identity';
import type { IdentityMailJob, IdentityRow } from '@platform/identity';
import { IdentityFixture, PASSWORD, codeOf } from './identity.fixture.js';

let fixture: IdentityFixture;
let mori: IdentityRow;
beforeAll(async () => {
  fixture = await IdentityFixture.open();
  mori = await fixture.person('mori@takasaki-semi.example', '森 さくら');
});
afterAll(() => fixture.close());

const signIn = (email: string, password = PASSWORD, source = '192.0.2.1'): Promise<IdentityRow> => fixture.app.get(SignIn).execute({ email, password, source });
const linkIn = (text: string): string => /https:\/\/kenshu\.example\/password-reset\/(\S+)/.exec(text)?.[1] ?? '';
const newestReset = async (): Promise<IdentityMailJob> => (await fixture.jobs<IdentityMailJob>(IDENTITY_MAIL_QUEUE)).at(-1) as IdentityMailJob;

describe('signing in', () => {
  it('takes the address in any case and width, and keeps no hash in what it returns', async () => {
    expect(await signIn(' MORI＠takasaki-semi.example')).toEqual({ id: mori.id, email: 'mori@takasaki-semi.example', displayName: '森 さくら', language: 'ja', timeZone: 'Asia/Tokyo' });
  });
  it('answers an unknown address, a wrong password and a person without a password alike, after the same hash work', async () => {
    await fixture.person('nopass@takasaki-semi.example', '渡邉', null);
    const verify = jest.spyOn(fixture.app.get(Passwords), 'verify');
    const answers = await Promise.all([signIn('nobody@takasaki-semi.example'), signIn(mori.email, 'wrong'), signIn('nopass@takasaki-semi.example')]
      .map((answer) => answer.catch((error: unknown) => JSON.stringify(error))));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('identity.sign_in_failed');
    expect(verify).toHaveBeenCalledTimes(3);
    verify.mockRestore();
  });
  it('hashes with argon2id at the parameters we state', async () => {
    expect(await fixture.app.get(Identities).passwordHash(mori.id)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('lockout', () => {
  it.each(['locked@takasaki-semi.example', 'unknown@takasaki-semi.example'])('holds for %s whether there is such a person or not', async (email) => {
    if (email.startsWith('locked')) await fixture.person(email, '高橋');
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await codeOf(signIn(email, 'wrong', '192.0.2.2'))).toBe('identity.sign_in_failed');
    expect(await codeOf(signIn(email, PASSWORD, '192.0.2.3'))).toBe('identity.too_many_attempts');
  });
  it('survives a restart: it is in the database, under a hash', async () => {
    const rows: { key_hash: string; failures: number }[] = await fixture.owner.query("select key_hash, failures from identity.sign_in_attempt where locked_until is not null");
    expect(rows.map((row) => row.failures)).toContain(5);
    expect(JSON.stringify(rows)).not.toContain('@');
  });
  it('ends after its time, and a right password clears it', async () => {
    fixture.clock.advance(31_000);
    expect(await codeOf(signIn('locked@takasaki-semi.example'))).toBe('nothing');
    expect(await codeOf(signIn('locked@takasaki-semi.example', 'wrong'))).toBe('identity.sign_in_failed');
    expect(await codeOf(signIn('locked@takasaki-semi.example'))).toBe('nothing');
  });
  it('counts many tries at once: of twenty guesses in one moment five are looked at', async () => {
    await fixture.person('burst@takasaki-semi.example', '小林');
    const codes = await Promise.all(Array.from({ length: 20 }, (_, index) => codeOf(signIn('burst@takasaki-semi.example', `guess ${index}`, '192.0.2.4'))));
    expect(codes.filter((code) => code === 'identity.sign_in_failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'identity.too_many_attempts')).toHaveLength(15);
  });
  it('stops one source that tries many addresses', async () => {
    const tries = [];
    for (let index = 0; index < 51; index += 1) tries.push(await codeOf(signIn(`a${index}@stranger.example`, 'x', '203.0.113.9')));
    expect(tries[49]).toBe('identity.sign_in_failed');
    expect(tries[50]).toBe('identity.too_many_attempts');
  });
});

describe('a forgotten password', () => {
  const request = (email: string): Promise<void> => fixture.app.get(RequestPasswordReset).execute({ email });

  it('puts no secret into the queue, and sends a link that works once', async () => {
    await fixture.session('old-session', mori);
    await request(mori.email);
    const job = await newestReset();
    expect(Object.keys(job).sort()).toEqual(['id', 'kind']);
    await fixture.app.get(SendIdentityMail).execute(job);
    await fixture.app.get(SendIdentityMail).execute(job);
    const [mail, ...more] = await fixture.mails(mori.email);
    expect(more).toEqual([]);
    const token = linkIn(mail.text);
    expect(mail.html).toContain(token);
    expect(await codeOf(fixture.app.get(ResetPassword).execute({ token, password: 'short' }))).toBe('identity.password_too_short');
    await fixture.app.get(ResetPassword).execute({ token, password: '古い橋を三人でわたる秋の朝' });
    expect(await codeOf(fixture.app.get(ResetPassword).execute({ token, password: PASSWORD }))).toBe('identity.link_dead');
    expect(await codeOf(signIn(mori.email))).toBe('identity.sign_in_failed');
    expect((await signIn(mori.email, '古い橋を三人でわたる秋の朝')).id).toBe(mori.id);
    expect(await fixture.app.get(Sessions).load('old-session')).toBeUndefined();
  });
  it('keeps only the hash of the link', async () => {
    const stored = JSON.stringify(await fixture.owner.query('select * from identity.one_time_token'));
    expect(stored).not.toContain(linkIn((await fixture.mails(mori.email))[0].text));
  });
  it('does for an unknown address what it does for a known one, but for the mail', async () => {
    const before = (await fixture.jobs(IDENTITY_MAIL_QUEUE)).length;
    await request('stranger@takasaki-semi.example');
    const jobs = await fixture.jobs<IdentityMailJob>(IDENTITY_MAIL_QUEUE);
    expect(jobs).toHaveLength(before + 1);
    await fixture.app.get(SendIdentityMail).execute(jobs.at(-1) as IdentityMailJob);
    expect(await fixture.mails('stranger@takasaki-semi.example')).toEqual([]);
  });
  it('is not a drum: the sixth request within an hour sends nothing, without a word', async () => {
    const before = (await fixture.jobs(IDENTITY_MAIL_QUEUE)).length;
    for (let index = 0; index < 7; index += 1) await request('drum@takasaki-semi.example');
    expect((await fixture.jobs(IDENTITY_MAIL_QUEUE)).length).toBe(before + 5);
  });
});

describe('changing the password', () => {
  it('asks for the old one, ends the other sessions and the open reset links', async () => {
    const person = await fixture.person('abe@takasaki-semi.example', '阿部');
    await fixture.session('stays', person);
    await fixture.session('goes', person);
    const link = await fixture.app.get(OneTimeTokens).mint({ kind: 'password_reset', email: person.email, payload: { identityId: person.id } });
    const change = (currentPassword: string, newPassword: string): Promise<void> =>
      fixture.app.get(ChangePassword).execute({ identityId: person.id, sid: 'stays', currentPassword, newPassword, source: '192.0.2.7' });
    expect(await codeOf(change('wrong', 'くじらが空を泳ぐ日曜日'))).toBe('identity.password_wrong');
    expect(await codeOf(change(PASSWORD, PASSWORD))).toBe('identity.password_unchanged');
    await change(PASSWORD, 'くじらが空をゆっくり泳ぐ日曜日');
    expect(await fixture.app.get(Sessions).load('stays')).toBeDefined();
    expect(await fixture.app.get(Sessions).load('goes')).toBeUndefined();
    expect((await fixture.app.get(OneTimeTokens).peek(link.token, 'password_reset'))?.state).toBe('expired');
  });
});
