import { FinishStepUp, IDENTITY_MAIL_QUEUE, OneTimeTokens, SendIdentityMail, Sessions, StartStepUp, StepUps, SweepIdentity, TOKEN_LIFE } from '@platform/identity';
import type { IdentityMailJob, IdentityRow, TokenRow } from '@platform/identity';
import { newId } from '@platform/tenancy';
import type { OrganizationId, StepUpGrant } from '@platform/tenancy';
import { IdentityFixture, PASSWORD, codeOf } from './identity.fixture.js';

let fixture: IdentityFixture;
let person: IdentityRow;
beforeAll(async () => {
  fixture = await IdentityFixture.open();
  person = await fixture.person('yoshida@takasaki-semi.example', '𠮷田 健');
});
afterAll(() => fixture.close());

describe('a link that works once', () => {
  const tokens = (): OneTimeTokens => fixture.app.get(OneTimeTokens);
  const organizationId = newId<'Organization'>() as OrganizationId;
  const mint = (ttl?: number): Promise<{ token: string }> =>
    tokens().mint({ kind: 'supplier_invitation', email: 'Sales@kikai.example', payload: { supplierSiteId: 'x' }, ttl });

  it('holds 128 random bits', async () => expect(Buffer.from((await mint()).token, 'base64url')).toHaveLength(16));
  it('is used by one of ten who come at once', async () => {
    const { token } = await mint();
    const used = await Promise.all(Array.from({ length: 10 }, () => tokens().consume(token, 'supplier_invitation', { identityId: person.id, organizationId })));
    expect(used.filter(Boolean)).toHaveLength(1);
  });
  it('remembers who used it for which organisation', async () => {
    const { token } = await mint();
    const used = await tokens().consume(token, 'supplier_invitation', { identityId: person.id, organizationId }) as TokenRow;
    expect(await tokens().byId(used.id)).toMatchObject({ email: 'sales@kikai.example', consumedBy: person.id, consumedForOrganization: organizationId });
  });
  it('opens only what it was made for', async () => {
    const { token } = await mint();
    expect(await tokens().peek(token, 'member_invitation')).toBeUndefined();
    expect(await tokens().consume(token, 'password_reset')).toBeUndefined();
    expect((await tokens().peek(token, 'supplier_invitation'))?.state).toBe('live');
  });
  it('lives beside another of the same purpose', async () => {
    const [first, second] = [await mint(), await mint()];
    expect(await tokens().consume(first.token, 'supplier_invitation')).toBeDefined();
    expect((await tokens().peek(second.token, 'supplier_invitation'))?.state).toBe('live');
  });
  it('runs out, and is swept away a month later', async () => {
    const { token } = await mint(1000);
    fixture.clock.advance(1000);
    expect(await tokens().consume(token, 'supplier_invitation')).toBeUndefined();
    expect((await tokens().peek(token, 'supplier_invitation'))?.state).toBe('expired');
    fixture.clock.advance(31 * 86_400_000);
    await fixture.app.get(SweepIdentity).execute();
    expect(await tokens().peek(token, 'supplier_invitation')).toBeUndefined();
    expect(TOKEN_LIFE.supplier_invitation).toBeGreaterThan(31 * 86_400_000);
  });
});

describe('the second factor', () => {
  const start = (sid: string, password = PASSWORD): Promise<unknown> =>
    fixture.app.get(StartStepUp).execute({ sid, identityId: person.id, password, source: '192.0.2.1' });
  const finish = (sid: string, code: string): Promise<StepUpGrant> => fixture.app.get(FinishStepUp).execute({ sid, identityId: person.id, code });
  const code = async (): Promise<string> => {
    await fixture.app.get(SendIdentityMail).execute((await fixture.jobs<IdentityMailJob>(IDENTITY_MAIL_QUEUE)).at(-1) as IdentityMailJob);
    return /\b(\d{6})\b/.exec((await fixture.mails(person.email))[0].text)?.[1] as string;
  };
  const wrong = (right: string): string => right === '000000' ? '000001' : '000000';

  it('is the password, then a code that lies in no queue and, in the clear, in no table', async () => {
    await fixture.session('s1', person);
    expect(await codeOf(start('s1', 'wrong'))).toBe('identity.password_wrong');
    await start('s1');
    expect(await codeOf(finish('s1', '123456'))).toBe('identity.code_not_sent_yet');
    const right = await code();
    const stored = JSON.stringify([await fixture.owner.query('select * from identity.step_up_challenge'), await fixture.jobs(IDENTITY_MAIL_QUEUE)]);
    expect(stored).not.toContain(`"${right}"`);
    const grant = await finish('s1', `${right.slice(0, 3)} ${right.slice(3)}`);
    expect(grant.method).toBe('password_mail_code');
    expect(grant.expiresAt.getTime() - grant.grantedAt.getTime()).toBe(600_000);
    expect(await fixture.app.get(StepUps).grantOf('s1')).toEqual(grant);
    expect(await codeOf(finish('s1', right))).toBe('identity.code_dead');
  });
  it('belongs to one session and ends by itself', async () => {
    await fixture.session('s2', person);
    expect(await fixture.app.get(StepUps).grantOf('s2')).toBeNull();
    fixture.clock.advance(600_000);
    expect(await fixture.app.get(StepUps).grantOf('s1')).toBeNull();
  });
  it('is dead after five wrong codes, even for the right one', async () => {
    await fixture.session('s3', person);
    await start('s3');
    const right = await code();
    const codes = [];
    for (let attempt = 0; attempt < 5; attempt += 1) codes.push(await codeOf(finish('s3', wrong(right))));
    expect(codes).toEqual([...Array<string>(4).fill('identity.code_wrong'), 'identity.code_dead']);
    expect(await codeOf(finish('s3', right))).toBe('identity.code_dead');
  });
  it('looks at five of twenty codes that come at once', async () => {
    await fixture.session('s4', person);
    await start('s4');
    const right = await code();
    await Promise.all(Array.from({ length: 20 }, () => codeOf(finish('s4', wrong(right)))));
    const [row]: { attempts: number }[] = await fixture.owner.query('select attempts from identity.step_up_challenge order by created_at desc, id desc limit 1');
    expect(row.attempts).toBe(5);
  });
  it('mails a code once per challenge, and none for a session that ended', async () => {
    await fixture.session('s5', person);
    await start('s5');
    const job = (await fixture.jobs<IdentityMailJob>(IDENTITY_MAIL_QUEUE)).at(-1) as IdentityMailJob;
    const before = (await fixture.mails(person.email)).length;
    await fixture.app.get(SendIdentityMail).execute(job);
    await fixture.app.get(SendIdentityMail).execute(job);
    expect((await fixture.mails(person.email)).length).toBe(before + 1);
    await fixture.session('s6', person);
    await start('s6');
    await fixture.app.get(Sessions).end('s6');
    await fixture.app.get(SendIdentityMail).execute((await fixture.jobs<IdentityMailJob>(IDENTITY_MAIL_QUEUE)).at(-1) as IdentityMailJob);
    expect((await fixture.mails(person.email)).length).toBe(before + 1);
  });
  it('sends at most six codes an hour', async () => {
    fixture.clock.advance(3_600_000);
    await fixture.session('s7', person);
    for (let index = 0; index < 6; index += 1) await start('s7');
    expect(await codeOf(start('s7'))).toBe('identity.too_many_codes');
  });
});
