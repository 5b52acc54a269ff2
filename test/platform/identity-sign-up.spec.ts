import { ChangePerson, EndSessions, IDENTITY_MAIL_QUEUE, Identities, OneTimeTokens, OpenAccount, RequestSignUp, SendIdentityMail, Sessions } from '@platform/identity';
import type { IdentityMailJob, IdentityRow } from '@platform/identity';
import { IdentityFixture, PASSWORD, codeOf } from './identity.fixture.js';

let fixture: IdentityFixture;
let mori: IdentityRow;
beforeAll(async () => {
  fixture = await IdentityFixture.open();
  mori = await fixture.person('mori@takasaki-semi.example', '森 さくら');
});
afterAll(() => fixture.close());

const jobs = (): Promise<IdentityMailJob[]> => fixture.jobs<IdentityMailJob>(IDENTITY_MAIL_QUEUE);
const ask = async (email: string, language: 'ja' | 'en' = 'ja'): Promise<void> => {
  await fixture.app.get(RequestSignUp).execute({ email, language });
  await fixture.app.get(SendIdentityMail).execute((await jobs()).at(-1)!);
};
const tokenIn = (text: string): string => /https:\/\/kenshu\.example\/sign-up\/(\S+)/.exec(text)?.[1] ?? '';
const newPerson = (displayName = '𠮷田 健') => ({ displayName, password: PASSWORD, language: 'ja' as const });

describe('signing up', () => {
  it('mails a link in the language of the page, the same letter to a known and an unknown address', async () => {
    await ask('new@buyer.example', 'en');
    await ask(mori.email, 'en');
    const [[unknown], [known]] = [await fixture.mails('new@buyer.example'), await fixture.mails(mori.email)];
    const bare = (text: string): string => text.replaceAll(/sign-up\/\S+/g, '');
    expect(unknown!.subject).toBe('[Kenshu] Finish signing up');
    expect(bare(unknown!.text)).toBe(bare(known!.text));
  });
  it('makes an account with the link, once, and keeps the link alive when something was typed wrong', async () => {
    await ask('yoshida@buyer.example');
    const token = tokenIn((await fixture.mails('yoshida@buyer.example'))[0]!.text);
    const open = (person = newPerson()): Promise<unknown> => fixture.app.get(OpenAccount).execute({ token, person });
    expect(await codeOf(open({ ...newPerson(), password: 'short' }))).toBe('identity.password_too_short');
    expect(await codeOf(open(newPerson(' ')))).toBe('identity.display_name_needed');
    const both = await Promise.all([codeOf(open()), codeOf(open())]);
    expect(both).toContain('nothing');
    expect(both).toHaveLength(2);
    expect(await codeOf(open())).toBe('identity.link_dead');
    expect((await fixture.app.get(Identities).byEmail('yoshida@buyer.example'))?.displayName).toBe('𠮷田 健');
  });
  it('makes no second account for an address that has one', async () => {
    const { token } = await fixture.app.get(OneTimeTokens).mint({ kind: 'sign_up', email: mori.email, payload: {} });
    expect(await codeOf(fixture.app.get(OpenAccount).execute({ token, person: newPerson('偽者') }))).toBe('identity.address_taken');
  });
  it('is not a drum: the fourth request for one address within an hour sends nothing, without a word', async () => {
    const before = (await jobs()).length;
    for (let index = 0; index < 5; index += 1) await fixture.app.get(RequestSignUp).execute({ email: 'drum@buyer.example', language: 'ja' });
    expect((await jobs()).length).toBe(before + 3);
  });
  it('sends one letter for one request, also when the job comes twice', async () => {
    await ask('twice@buyer.example');
    await fixture.app.get(SendIdentityMail).execute((await jobs()).at(-1)!);
    expect(await fixture.mails('twice@buyer.example')).toHaveLength(1);
  });
});

describe('a person’s own list of sessions', () => {
  it('shows the open ones of that person, ends one, and nobody else’s', async () => {
    const other = await fixture.person('other@takasaki-semi.example', '他人');
    for (const sid of ['here', 'there']) await fixture.session(sid, mori);
    await fixture.session('foreign', other);
    const sessions = fixture.app.get(Sessions);
    const list = await sessions.of(mori.id, 'here');
    expect(list.map(({ current }) => current).sort()).toEqual([false, true]);
    expect(JSON.stringify(list)).not.toContain('there');
    const [foreign] = await sessions.of(other.id, 'foreign');
    const end = fixture.app.get(EndSessions);
    expect(await codeOf(end.one({ identityId: mori.id, key: foreign!.key }))).toBe('common.not_found');
    expect(await sessions.load('foreign')).toBeDefined();
    await end.one({ identityId: mori.id, key: list.find(({ current }) => !current)!.key });
    expect([await sessions.load('there'), (await sessions.of(mori.id, 'here')).length]).toEqual([undefined, 1]);
    await fixture.session('third', mori);
    await end.others({ identityId: mori.id, sid: 'here' });
    expect((await sessions.of(mori.id, 'here')).map(({ current }) => current)).toEqual([true]);
  });
  it('leaves out what has ended by time', async () => {
    fixture.clock.advance(61 * 60_000);
    expect(await fixture.app.get(Sessions).of(mori.id, 'here')).toEqual([]);
  });
});

describe('a person’s own data', () => {
  it('change together, and stand in the person’s own trail', async () => {
    await fixture.app.get(ChangePerson).execute({ identityId: mori.id, displayName: '森 桜', language: 'en', timeZone: 'Europe/Berlin' });
    expect(await fixture.app.get(Identities).byId(mori.id)).toMatchObject({ displayName: '森 桜', language: 'en', timeZone: 'Europe/Berlin' });
    const rows: { kind: string }[] = await fixture.owner.query('select kind from identity.event where identity_id = $1 order by at', [mori.id]);
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['end_session', 'end_other_sessions', 'change_person']));
    expect(await codeOf(fixture.app.get(ChangePerson).execute({ identityId: mori.id, displayName: '', language: 'ja', timeZone: 'x' }))).toBe('identity.person_invalid');
  });
});
