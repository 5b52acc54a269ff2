import { IdentityDb } from '@platform/identity';
import { IdentityFixture } from './identity.fixture.js';

let fixture: IdentityFixture;
beforeAll(async () => { fixture = await IdentityFixture.open(); });
afterAll(() => fixture.close());

describe('schema identity', () => {
  it.each(['kenshu_sealer', 'kenshu_verifier', 'kenshu_ops'] as const)('is closed to %s', async (role) => {
    const source = await fixture.database.source(role);
    await expect(source.query('select 1 from identity.identity')).rejects.toThrow('permission denied for schema identity');
  });
  it('lets runtime change no address, no creation date and no used token’s hash', async () => {
    const runtime = await fixture.database.source('kenshu_runtime');
    for (const sql of ['update identity.identity set email = lower(email)', 'update identity.identity set created_at = created_at',
      'update identity.one_time_token set token_hash = token_hash', 'update identity.session set absolute_expires_at = absolute_expires_at',
      'delete from identity.identity', 'delete from identity.event', 'update identity.event set at = at', 'delete from identity.membership']) {
      await expect(runtime.query(sql)).rejects.toThrow('permission denied');
    }
  });
  it('holds one account per address in any case', async () => {
    await fixture.person('one@takasaki-semi.example', '一人目');
    expect(await fixture.person('ONE@takasaki-semi.example', '二人目')).toBeNull();
  });
  it('is no way into an organisation’s rows: without a tenant there are none', async () => {
    expect(await fixture.app.get(IdentityDb).query('select 1 from app.audit_event')).toEqual([]);
  });
});
