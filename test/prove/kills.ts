import { setTimeout as wait } from 'node:timers/promises';
import { EXACTLY_ONE } from '../worker/lots.fixture.js';
import type { Lot, LotState, Lots } from '../worker/lots.fixture.js';
import { until } from '../worker/until.js';
import type { Proof } from './report.js';

const KILLS = 20;
const CERTIFICATES = 60;
const LIVES_AT_MOST_MS = 2000;

/** kill -9 at moments nobody chose, while there is always something to do; then one worker is let alone. */
export async function kills(lots: Lots, random: () => number): Promise<Omit<Proof, 'name' | 'seconds'>> {
  const all: Lot[] = [];
  for (let index = 0; index < CERTIFICATES; index += 1) all.push(await lots.next());
  const found = new Map<LotState, number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const approved = all.slice((kill * CERTIFICATES) / KILLS, ((kill + 1) * CERTIFICATES) / KILLS);
    const worker = await lots.worker();
    for (const lot of approved) await lots.approve(lot);
    await wait(random() * LIVES_AT_MOST_MS);
    await worker.kill();
    for (const lot of approved) {
      const state = await lots.stateOf(lot);
      found.set(state, (found.get(state) ?? 0) + 1);
    }
  }
  const last = await lots.worker();
  try {
    await until('every certificate is issued', () => lots.areIssued(all), 240_000);
  } finally {
    await last.kill('SIGTERM');
  }
  return { tried: `${KILLS} kills, ${CERTIFICATES} certificates`, ...await judged(lots, all, found) };
}

async function judged(lots: Lots, all: readonly Lot[], found: ReadonlyMap<LotState, number>): Promise<{ held: boolean; note: string }> {
  const wrong: string[] = [];
  for (const lot of all) {
    const outcome = await lots.outcomeOf(lot);
    if (JSON.stringify(outcome) !== JSON.stringify(EXACTLY_ONE)) wrong.push(JSON.stringify(outcome));
  }
  const sequences = await lots.sequences();
  const gaps = sequences.some((sequence, index) => sequence !== index + 1);
  const states = [...found].map(([state, count]) => `${state} ${count}`).join(', ');
  const note = wrong.length > 0 ? `${wrong.length} are not exactly one, e.g. ${wrong[0]}` : gaps ? 'the numbers have gaps' : `exactly one each, numbers without a gap; at the kill: ${states}`;
  return { held: wrong.length === 0 && !gaps, note };
}
