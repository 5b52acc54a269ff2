import { Holding } from './holding.js';
import type { Point } from './holding.js';
import { EXACTLY_ONE, Lots } from './lots.fixture.js';
import type { Lot, LotState } from './lots.fixture.js';
import { until } from './until.js';
import { isRunning } from './worker-process.js';
import type { WorkerProcess } from './worker-process.js';

const AUDIT = { event: 'insert', table: 'app.audit_event', idColumn: 'object_id' };

/** Each is killed after the statement was carried out and before it is committed; `left` is what the database then knows. */
const POINTS: readonly (Point & { readonly what: string; readonly left: LotState })[] = [
  { what: 'has taken a number and prepares', event: 'insert', table: 'app.certificate', left: 'nothing' },
  { what: 'stands between preparing and signing', event: 'update of signing_at', table: 'app.certificate', when: 'old.signing_at is null and new.signing_at is not null', left: 'prepared' },
  { what: 'signs', event: 'insert', table: 'app.seal', when: `new.object_kind = 'certificate'`, idColumn: 'object_id', left: 'signing' },
  { what: 'has signed and written the ledger', ...AUDIT, when: `new.act = 'certificate.seal'`, left: 'signing' },
  { what: 'has printed and kept the file', event: 'insert', table: 'app.certificate_file', idColumn: 'certificate_id', left: 'sealed' },
  { what: 'says that the certificate is out', ...AUDIT, when: `new.act = 'certificate.issue'`, left: 'sealed' },
];

let lots: Lots;
const killed: Lot[] = [];
const workers: WorkerProcess[] = [];
const start = async (): Promise<WorkerProcess> => {
  const worker = await lots.worker();
  workers.push(worker);
  return worker;
};

beforeAll(async () => { lots = await Lots.open(); });
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await lots?.close();
});

describe('a worker killed with kill -9', () => {
  it.each(POINTS)('while it $what leaves nothing half done', async ({ left, ...point }) => {
    const lot = await lots.next();
    const holding = await Holding.at(point, lot.inspectionId, lots.scene.database);
    const worker = await start();
    await lots.approve(lot);
    await holding.standing();
    await worker.kill();
    await holding.release();
    killed.push(lot);
    expect(await lots.stateOf(lot)).toBe(left);
  });

  it('while Chromium prints leaves a browser that ends by itself', async () => {
    const lot = await lots.next();
    const worker = await start();
    await lots.approve(lot);
    const chromium = await until('the worker starts its browser', () => worker.children()[0]);
    process.kill(chromium, 'SIGSTOP'); // nothing is printed from here on
    await worker.kill();
    killed.push(lot);
    expect(await lots.stateOf(lot)).toBe('sealed');
    process.kill(chromium, 'SIGCONT');
    await until('the browser of the killed worker has ended', () => !isRunning(chromium));
  });

  it('is followed by one that makes exactly one certificate of each, without a gap in the numbers', async () => {
    const worker = await start();
    await until('every certificate is issued', () => lots.areIssued(killed), 50_000);
    for (const lot of killed) expect(await lots.outcomeOf(lot)).toEqual(EXACTLY_ONE);
    const sequences = await lots.sequences();
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    expect(worker.failures()).toEqual([]);
    await worker.kill('SIGTERM');
  });
});

describe('two workers at once', () => {
  it('issue each certificate once, even when every job is given out twice', async () => {
    const both = [await start(), await start()];
    const [first, ...others] = [await lots.next(), await lots.next(), await lots.next(), await lots.next()];
    const holding = await Holding.at(POINTS[0]!, first!.inspectionId, lots.scene.database);
    await lots.approve(first!);
    await holding.standing();
    await lots.scene.superuser(GIVE_OUT_AGAIN);
    await holding.standing(2); // one prepares it, the other was given the same job and waits for the lot
    await lots.scene.superuser(GIVE_OUT_TWICE);
    for (const lot of others) await lots.approve(lot);
    await holding.release();
    const all = [first!, ...others];
    await until('every certificate is issued', () => lots.areIssued(all));
    await until('no job is left', async () => (await lots.scene.superuser(OPEN_JOBS)).length === 0);
    for (const lot of all) expect(await lots.outcomeOf(lot)).toEqual(EXACTLY_ONE);
    expect(both.flatMap((worker) => worker.failures())).toEqual([]);
  });
});

const OPEN_JOBS = `select name, state from pgboss.job where name in ('prepare-certificate', 'seal-certificate', 'render-certificate') and state < 'completed'`;
const GIVE_OUT_AGAIN = `
  insert into pgboss.job
  select (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'state', 'created', 'started_on', null, 'heartbeat_on', null))).*
  from pgboss.job j where name = 'prepare-certificate' and state = 'active'`;
const GIVE_OUT_TWICE = `
  create function public.give_out_twice() returns trigger language plpgsql security definer as $$
  begin
    if pg_trigger_depth() = 1 then
      insert into pgboss.job select (jsonb_populate_record(new, jsonb_build_object('id', gen_random_uuid()))).*;
    end if;
    return null;
  end $$;
  create trigger give_out_twice after insert on pgboss.job for each row
    when (new.name in ('prepare-certificate', 'seal-certificate', 'render-certificate')) execute function public.give_out_twice()`;
