import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLES } from '@libs/organization';
import { DomainError } from '@platform/errors';
import type { Actor } from '@platform/tenancy';
import { Scene, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';
import { ATTEMPTS, SILENT, SILENT_TO_THE_PARTY, WITHOUT_ID } from './attempts.js';
import { changedTables, fingerprint } from './fingerprint.js';
import { openEnds } from './open-ends.js';
import type { Open } from './open-ends.js';

const libs = resolve(__dirname, '../../libs');

let scene: Scene;
let journey: Journey & Open;
let before: ReadonlyMap<string, string>;
beforeAll(async () => {
  scene = await Scene.open();
  const played = await playJourney(scene);
  journey = { ...played, ...await openEnds(scene, played) };
  before = await fingerprint(scene);
});
afterAll(() => scene?.close());

/** Tables that changed since the last time this was asked. */
async function changed(): Promise<string[]> {
  const now = await fingerprint(scene);
  const tables = changedTables(before, now);
  before = now;
  return tables;
}

/** Somebody whom no role stops: only whose row it is can. */
const almighty = (actor: Actor): Actor => ({ ...actor, roles: [...ROLES, 'system'] });

async function outcomeOf(name: string, actor: Actor): Promise<string> {
  try {
    await ATTEMPTS[name]!.run(scene, actor, journey);
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.kind : `not a refusal but ${String(error)}`;
  }
}

describe('the verbs of all libs', () => {
  it('stand in the list of attempts, or in the list of those that take no id', async () => {
    const names: string[] = [];
    for (const lib of readdirSync(libs).filter((name) => existsSync(resolve(libs, name, 'src/index.ts')))) {
      const exported = Object.entries(await import(`@libs/${lib}`) as Record<string, unknown>);
      names.push(...exported.filter(([, value]) => typeof value === 'function' && typeof (value.prototype as { execute?: unknown } | undefined)?.execute === 'function').map(([name]) => name));
    }
    expect(names.length).toBeGreaterThan(50);
    expect(names.sort()).toEqual([...Object.keys(ATTEMPTS), ...Object.keys(WITHOUT_ID)].sort());
    expect(Object.keys(SILENT).filter((name) => !(name in ATTEMPTS))).toEqual([]);
  });
});

describe('a stranger with every role', () => {
  it.each(Object.keys(ATTEMPTS))('gets from %s the answer of an object that does not exist, and changes nothing', async (name) => {
    const outcome = await outcomeOf(name, almighty(journey.toyama));
    expect([outcome, await changed()]).toEqual([name in SILENT ? 'done' : 'not_found', []]);
  });
});

describe('the other party of the same request, with every role', () => {
  it.each(Object.keys(ATTEMPTS))('is refused %s in words, and changes nothing', async (name) => {
    const { sato, takahashi } = journey;
    const outcome = await outcomeOf(name, almighty(ATTEMPTS[name]!.side === 'buyer' ? takahashi : sato));
    const silent = name in SILENT || name in SILENT_TO_THE_PARTY;
    expect([outcome, await changed()]).toEqual([expect.stringMatching(silent ? /^done$/ : /^(not_found|forbidden)$/), []]);
  });
});

describe('those who may', () => {
  // without this, a list of attempts that are wrong in themselves would pass
  const owners: Readonly<Record<string, keyof Journey>> = {
    ExtendRequest: 'sato', SubmitResponse: 'takahashi', SignResponse: 'kanzaki', AgreeResponse: 'sato', ReplyToFinding: 'takahashi', PlaceOrder: 'sato', ReceiveDelivery: 'hamada',
    JudgeLot: 'nagase', ConfirmInspection: 'watanabe', ApproveInspection: 'sakuraba', ApproveSpecification: 'nakamura', SupersedeCertificate: 'sakuraba', ReturnDelivery: 'sato', SendBack: 'nakamura',
  };
  it.each(Object.entries(owners))('are let: %s by %s', async (name, key) => {
    const outcome = await outcomeOf(name, journey[key] as Actor);
    expect([name, outcome]).toEqual([name, name === 'SendBack' ? 'conflict' : 'done']);
  });
});
