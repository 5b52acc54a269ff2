import { DueReminders } from '@libs/insight';
import { AddRecipient, Chasing, ExtendRequest, RemindRespondent, SendRequest, SwitchReminders, WithdrawRequest } from '@libs/request';
import { Memberships } from '@platform/identity';
import { TenantDb } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { RemindDue } from '../../apps/worker/src/remind-due.js';
import { Answering } from '../pipeline/answering.fixture.js';
import { Parties } from '../pipeline/parties.fixture.js';
import { TellingWorker } from './telling.fixture.js';

const FACTS = { has_computing: true, has_os: true, remote: false, confidential: true, onsite: false, network: true, wlan: false, internet_access: false };
const NO = { secrets: false, stoppage: false, reach: false };

let world: Answering;
let worker: TellingWorker;
let procurement: Actor;
let requestId: string;
const link = (text: string): string => /https:\/\/kenshu\.example\/join\/\S+/.exec(text)![0];

beforeAll(async () => {
  world = await Answering.open();
  worker = await TellingWorker.open(world.database);
  procurement = await worker.member(world.buyer, '佐藤', ['procurement']);
  const parties = new Parties(world.app);
  const supplierSiteId = await parties.site(procurement, { contactEmail: 'first@takasaki.example' });
  const { editionId } = await parties.approved(world.buyer);
  requestId = (await world.get(SendRequest).execute(procurement, {
    supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-20', facts: FACTS, levelDecision: NO, recipients: ['a@takasaki.example', 'b@takasaki.example'] })).id;
});
afterAll(async () => {
  await worker?.close();
  await world?.close();
});

const mails = async (address: string): Promise<string[]> => (await worker.mails(address)).map(({ kind }) => kind).reverse();
const rows = () => world.get(TenantDb).run(procurement, (tx) => world.get(Chasing).reminders(tx, requestId));

describe('the mails of a request', () => {
  it('go to everybody in its list with a link of their own, replies to the buyer’s contact, once each', async () => {
    await worker.work();
    await worker.repeat();
    const [[a], [b]] = [await worker.mails('a@takasaki.example'), await worker.mails('b@takasaki.example')];
    expect([await mails('a@takasaki.example'), await mails('b@takasaki.example'), await mails('first@takasaki.example')]).toEqual([['supplier-invitation'], ['supplier-invitation'], []]);
    expect(link(a!.text)).not.toBe(link(b!.text));
    expect(a!.html).toContain('/join/');
  });

  it('go again to a corrected address, with a fresh link, and not to the old one', async () => {
    const [wrong] = await world.get(TenantDb).run(procurement, (tx) => world.get(Chasing).recipients(tx, requestId));
    world.clock.advance(60_000);
    await world.get(AddRecipient).execute(procurement, requestId, { email: 'right@takasaki.example', insteadOf: wrong!.id });
    await worker.work();
    expect([await mails('right@takasaki.example'), (await mails(wrong!.email)).length]).toEqual([['supplier-invitation'], 1]);
  });

  it('remind, tell of a new date and of the end, each once', async () => {
    await world.get(RemindRespondent).execute(procurement, requestId);
    await expect(world.get(RemindRespondent).execute(procurement, requestId)).rejects.toThrow('request.reminded_today');
    await world.get(ExtendRequest).execute(procurement, requestId, { dueOn: '2027-01-15', reason: '年末のため' });
    await worker.work();
    await worker.repeat();
    // two mails of a queue may overtake each other
    expect((await mails('right@takasaki.example')).sort()).toEqual(['request-extended', 'request-reminder', 'supplier-invitation']);
  });
});

describe('reminders by the clock', () => {
  const strike = (at: string): Promise<number> => {
    world.clock.set(new Date(at));
    return new RemindDue(world.get(TenantDb), worker.app.get(Memberships), worker.app.get(DueReminders, { strict: false }), world.get(RemindRespondent), world.clock).run();
  };
  const kinds = async (): Promise<string[]> => (await rows()).map(({ kind }) => kind).reverse();

  it('go out on their days, in the morning, once each, also after a restart', async () => {
    expect([await strike('2027-01-07T09:00:00+09:00'), await strike('2027-01-08T07:50:00+09:00')]).toEqual([0, 0]);
    expect([await strike('2027-01-08T08:13:00+09:00'), await strike('2027-01-08T09:13:00+09:00'), await strike('2027-01-10T09:13:00+09:00')]).toEqual([1, 0, 0]);
    expect([await strike('2027-01-14T09:13:00+09:00'), await strike('2027-01-15T09:13:00+09:00')]).toEqual([1, 0]);
    expect(await kinds()).toEqual(['by_hand', 'before_7', 'before_1']);
    await worker.work();
    await worker.repeat();
    expect((await mails('right@takasaki.example')).filter((kind) => kind === 'request-reminder')).toHaveLength(3);
  });

  it('stay away when the organisation switched them off, and when the request was withdrawn', async () => {
    await world.get(SwitchReminders).execute(procurement, false);
    expect(await strike('2027-01-18T09:13:00+09:00')).toBe(0);
    await world.get(SwitchReminders).execute(procurement, true);
    await world.get(WithdrawRequest).execute(procurement, requestId, '調達中止');
    expect(await strike('2027-01-18T10:13:00+09:00')).toBe(0);
    await worker.work();
    expect((await mails('right@takasaki.example')).filter((kind) => kind === 'request-withdrawn')).toHaveLength(1);
  });
});
