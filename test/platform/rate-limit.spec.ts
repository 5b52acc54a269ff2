import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { ClockModule, FixedClock } from '@platform/clock';
import { DatabaseModule } from '@platform/database';
import { LIMITS, RateLimitModule, RateLimits } from '@platform/rate-limit';
import type { DataSource } from 'typeorm';
import { codeOf } from './identity.fixture.js';
import { START } from '../support/platform.js';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let owner: DataSource;
const clock = new FixedClock(START);
const opened: TestingModule[] = [];

/** One process of the door: pool, limiters and all of its own, on the same database. */
async function process(factor = 1): Promise<RateLimits> {
  const app = await Test.createTestingModule({
    imports: [ClockModule.with(clock), DatabaseModule.with({ runtime: database.url('kenshu_runtime') }, { max: 3 }), RateLimitModule.of('identity', factor)],
  }).compile();
  app.enableShutdownHooks();
  await app.init();
  opened.push(app);
  return app.get(RateLimits);
}

beforeAll(async () => {
  database = await testDatabase();
  owner = await database.source('kenshu_owner');
});
afterAll(async () => {
  for (const app of opened) await app.close();
  await database?.drop();
});
beforeEach(() => clock.advance(86_400_000));

const { times } = LIMITS.step_up_mail;
const tries = (count: number, limits: RateLimits, key: string): Promise<string[]> => Promise.all(Array.from({ length: count }, () => codeOf(limits.take('step_up_mail', key))));
const passed = (codes: readonly string[]): number => codes.filter((code) => code === 'nothing').length;

describe('a limit', () => {
  it('is shared by two processes on one database, also when they count in the same moment', async () => {
    const [one, two] = [await process(), await process()];
    const codes = (await Promise.all([tries(times, one, 'both'), tries(times, two, 'both')])).flat();
    expect(passed(codes)).toBe(times);
    expect(codes.filter((code) => code === 'identity.too_many_codes')).toHaveLength(times);
  });

  it('survives a restart', async () => {
    await tries(times, await process(), 'restart');
    await opened.pop()!.close();
    expect(await codeOf((await process()).take('step_up_mail', 'restart'))).toBe('identity.too_many_codes');
  });

  it('ends with its time and says how long that is', async () => {
    const limits = await process();
    clock.advance(600_000);
    expect(passed(await tries(times + 1, limits, 'time'))).toBe(times);
    await expect(limits.take('step_up_mail', 'time')).rejects.toMatchObject({ kind: 'too_many', params: { seconds: 3000, minutes: 50 } });
    clock.advance(2_999_000);
    expect(await codeOf(limits.take('step_up_mail', 'time'))).toBe('identity.too_many_codes');
    clock.advance(1000);
    expect(await codeOf(limits.take('step_up_mail', 'time'))).toBe('nothing');
  });

  it('counts each key and each limit for itself, and may be kept in silence', async () => {
    const limits = await process();
    await tries(times + 1, limits, 'a@b.example');
    expect(await codeOf(limits.take('step_up_mail', 'c@b.example'))).toBe('nothing');
    expect(await limits.allows('sign_up_mail', 'a@b.example')).toBe(true);
    for (let count = 1; count < LIMITS.sign_up_mail.times; count += 1) await limits.allows('sign_up_mail', 'a@b.example');
    expect(await limits.allows('sign_up_mail', 'a@b.example')).toBe(false);
  });

  it('grows by the factor where many people share one network address', async () => {
    const wide = await process(3);
    const counted = await Promise.all(Array.from({ length: 3 * LIMITS.verify_upload.times + 1 }, () => wide.allows('verify_upload', '192.0.2.1')));
    expect(counted.filter(Boolean)).toHaveLength(3 * LIMITS.verify_upload.times);
  });

  it('keeps neither mail nor network addresses', async () => {
    await (await process()).take('sign_up', '192.0.2.77');
    const stored = JSON.stringify(await owner.query('select * from identity.rate_limit'));
    expect(stored).toMatch(/sign_up:[0-9a-f]{64}/);
    expect(stored).not.toMatch(/192\.0|@|example/);
  });

  it('lies out of reach of the verifier, whose own count is out of reach of everybody else', async () => {
    const verifier = await database.source('kenshu_verifier');
    await expect(verifier.query('select 1 from identity.rate_limit')).rejects.toThrow('permission denied');
    await expect(verifier.query('update verifier.rate_limit set key = key')).rejects.toThrow('permission denied');
    const runtime = await database.source('kenshu_runtime');
    await expect(runtime.query('select 1 from verifier.rate_limit')).rejects.toThrow('permission denied');
  });
});
