import { Clock } from '@platform/clock';
import type { FixedClock } from '@platform/clock';
import { ChooseNotificationMails } from '@platform/notification';
import type { Actor } from '@platform/tenancy';
import { Answering } from '../pipeline/answering.fixture.js';
import { MorningSummary } from '../../apps/worker/src/telling/index.js';
import { START } from '../support/platform.js';
import { TellingWorker } from './telling.fixture.js';

let world: Answering;
let worker: TellingWorker;
let signer: Actor;
let clock: FixedClock;

beforeAll(async () => {
  world = await Answering.open();
  worker = await TellingWorker.open(world.database);
  clock = worker.app.get<FixedClock>(Clock as never);
  signer = await worker.member(world.supplier, '髙﨑', ['supplier_signer']);
});
afterAll(async () => {
  await worker?.close();
  await world?.close();
});

const choose = (who: Actor, choices: object): Promise<void> => worker.app.get(ChooseNotificationMails).execute(who, choices as Record<string, unknown>);
const submitted = async () => {
  const submission = await world.submitted(await world.request());
  await worker.work();
  return submission;
};
/** The morning of a day of the story, in Japan. */
const morning = async (day: string, hour = '09'): Promise<number> => {
  clock.set(new Date(`${day}T${hour}:00:00+09:00`));
  return worker.app.get(MorningSummary).run();
};

describe('a notification as a mail', () => {
  it('comes at once where it is the member’s turn, once, in the member’s language, with a link to the desk', async () => {
    const { statementId } = await submitted();
    await worker.repeat();
    const mails = await worker.noticeMails(signer);
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^依頼 REQ-2026-\d+ の回答が、署名を待っています$/)]);
    expect(mails[0]!.text).toContain(`https://kenshu.example/signatures/${statementId}`);
    expect(mails[0]!.text).toContain('https://kenshu.example/profile/notifications');
  });

  it('does not come when the member wants none of this kind, and is told inside all the same', async () => {
    await choose(signer, { 'response.submit': 'off' });
    await worker.told(signer);
    const before = (await worker.noticeMails(signer)).length;
    await submitted();
    expect([(await worker.noticeMails(signer)).length, (await worker.told(signer)).length]).toEqual([before, 1]);
  });

  it('is refused a choice that is none, and kept with one audit event', async () => {
    await expect(choose(signer, { 'response.submit': 'weekly' })).rejects.toMatchObject({ code: 'notification.choice_unknown' });
    const [row] = await worker.superuser<{ n: number }>(`select count(*)::int as n from app.audit_event where act = 'notification.choose' and identity_id = $1`, [signer.identityId]);
    expect(row!.n).toBe(1);
  });
});

describe('the morning’s summary', () => {
  it('holds what was not read and is wanted together, goes out once a day and not before eight', async () => {
    await choose(signer, { 'response.submit': 'digest' });
    await worker.told(signer);
    const before = (await worker.noticeMails(signer)).length;
    await submitted();
    await submitted();
    expect((await worker.noticeMails(signer)).length).toBe(before);
    const day = '2027-03-01';
    expect(await morning(day, '07')).toBe(0);
    expect([await morning(day), await morning(day, '10')]).toEqual([1, 0]);
    const summary = (await worker.noticeMails(signer)).find(({ kind }) => kind === 'notification-digest')!;
    expect(summary.subject).toBe('【Kenshu】2027年3月1日 のお知らせ');
    expect(summary.text.match(/署名を待っています/g)).toHaveLength(2);
    expect(await morning('2027-03-02')).toBe(0);
  });

  it('leaves out what was read meanwhile', async () => {
    clock.set(START);
    await submitted();
    await worker.told(signer);
    expect(await morning('2027-03-10')).toBe(0);
  });
});
