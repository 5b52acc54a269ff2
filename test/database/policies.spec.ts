import { Client } from 'pg';
import { Scene, playJourney } from '../support/journey.js';
import { fillEmptyTables } from './probe-rows.js';
import { Probes, mutationsOf, readPolicies, watcherOf } from './probes.js';
import type { Policy, Probe } from './probes.js';

/** Policies that are meant to show or take rows of any organisation, for one role, each with its reason (design §3). */
const INTENDED: Readonly<Record<string, string>> = {
  ledger_entry_heads_for_ops: 'checkpoints are taken over all chains; ops holds select on sequence, hash and time only',
  installation_key_read_by_sealer: 'the authority belongs to the installation, not to an organisation',
  installation_key_made_by_sealer: 'the authority belongs to the installation, not to an organisation',
  organization_key_read_by_sealer: 'one sealing job may seal for both parties; a lost tenant setting must not look like "no key yet"',
  organization_key_made_by_sealer: 'the sealer makes the key of the organisation it seals for',
  organization_key_retired_by_sealer: 'the sealer retires the key it replaces',
};

let scene: Scene;
let superuser: Client;
let probes: Probes;
let policies: Policy[];

beforeAll(async () => {
  scene = await Scene.open();
  const journey = await playJourney(scene);
  superuser = new Client({ connectionString: scene.database.superuserUrl() });
  await superuser.connect();
  await fillEmptyTables(superuser, journey);
  policies = await readPolicies(superuser);
  const open = policies.filter((policy) => policy.name in INTENDED);
  probes = new Probes(superuser, journey.stranger, (table, role, command) =>
    open.some((policy) => policy.table === table && policy.roles.includes(role) && policy.command.toLowerCase() === (command === 'move' ? 'update' : command)));
});
afterAll(async () => {
  await superuser?.end();
  await scene?.close();
});

/** What nobody notices when it is done; a mutation that every watcher notices leaves nothing. */
async function unnoticed(mutation: string, watchers: readonly Probe[], what: string): Promise<string[]> {
  if (watchers.length === 0) return [`${what}: nothing watches it (a policy for a role without the grant?)`];
  return probes.under(mutation, async () => {
    const silent: string[] = [];
    for (const watcher of watchers) if (await watcher.run() === null) silent.push(`${what}: ${watcher.command} as ${watcher.role} does not notice`);
    return silent;
  });
}

describe('row level security, after one whole journey', () => {
  it('has a row of somebody else in every table, or nothing would be proved', async () => {
    expect(await probes.prepare()).toEqual([]);
    expect(probes.tables.length).toBeGreaterThan(35);
  });

  it('keeps a stranger, and everybody without an organisation, from every row of every table, for every role', async () => {
    const all = probes.tables.flatMap((table) => probes.of(table.name));
    expect(await probes.under('', () => probes.leaks(all))).toEqual([]);
    expect(all.length).toBeGreaterThan(250);
  });

  it('is missed at once where one half of one policy is replaced by "always"', async () => {
    const silent: string[] = [];
    for (const policy of policies.filter(({ name }) => !(name in INTENDED))) {
      for (const { half, sql } of mutationsOf(policy)) {
        for (const role of policy.roles) {
          const watchers = probes.of(policy.table).filter((probe) => probe.role === role && probe.command === watcherOf(policy, half));
          silent.push(...await unnoticed(sql, watchers, `${policy.name} ${half} (true)`));
        }
      }
    }
    expect(silent).toEqual([]);
  });

  it('is missed at once where it is switched off for one table', async () => {
    const silent: string[] = [];
    for (const { name } of probes.tables) silent.push(...await unnoticed(`alter table ${name} disable row level security`, probes.of(name), `${name} without row level security`));
    expect(silent).toEqual([]);
  });

  it('is missed at once where it is not forced upon the owner of one table', async () => {
    const silent: string[] = [];
    for (const { name } of probes.tables) {
      silent.push(...await unnoticed(`alter table ${name} no force row level security`, probes.of(name).filter((probe) => probe.role === 'kenshu_owner'), `${name} not forced`));
    }
    expect(silent).toEqual([]);
  });

  it('is missed at once where a grant is taken for given', async () => {
    const granted = [...new Set(policies.filter((policy) => policy.command === 'SELECT' && policy.using!.includes('granted(')).map((policy) => policy.table))];
    expect(granted.length).toBeGreaterThan(4);
    const always = 'create or replace function app.granted(kind text, id uuid, owner uuid) returns boolean language sql stable parallel safe return true';
    const silent: string[] = [];
    for (const table of granted) {
      silent.push(...await unnoticed(always, probes.of(table).filter((probe) => probe.command === 'select' && probe.role === 'kenshu_runtime'), `${table} with a grant for everybody`));
    }
    expect(silent).toEqual([]);
  });

  it('knows permissive policies only, and every policy that is meant to be open by name', () => {
    expect(policies.filter((policy) => policy.permissive !== 'PERMISSIVE').map((policy) => policy.name)).toEqual([]);
    const open = policies.filter((policy) => [policy.using, policy.check].every((half) => half === null || half === 'true'));
    expect(open.map((policy) => policy.name).sort()).toEqual(Object.keys(INTENDED).sort());
  });
});
