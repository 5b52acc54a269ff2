import { parseArgs } from 'node:util';
import { Lots } from '../worker/lots.fixture.js';
import { onOwnCluster } from '../worker/own-cluster.js';
import { kills } from './kills.js';
import { recovery } from './recovery.js';
import { randomFrom, table } from './report.js';
import type { Proof } from './report.js';
import { tampering } from './tampering.js';

type Result = Omit<Proof, 'name' | 'seconds'>;

/** A proof that cannot be brought to its end is broken, and says where. */
async function prove(names: readonly string[], work: () => Promise<readonly Result[]>): Promise<Proof[]> {
  process.stderr.write(`  ${names[0]} …\n`);
  const began = performance.now();
  const results = await work().catch((error: Error): Result[] => [{ tried: '', held: false, note: error.message }]);
  const seconds = (performance.now() - began) / 1000;
  return results.map((result, index) => ({ ...result, name: names[index]!, seconds: index === 0 ? seconds : 0 }));
}

/** The long proofs: exit status 0 when everything held. `--seed N` repeats a run. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' } } });
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  const proofs = [
    ...await prove(['embedded PostgreSQL after kill -9'], async () => [await recovery(random)]),
    ...await onDatabase(random),
  ];
  process.stdout.write(`\n${table(proofs)}\n\nSeed ${seed}.\n`);
  process.exitCode = proofs.some(({ held }) => held === false) ? 1 : 0;
}

const onDatabase = (random: () => number): Promise<Proof[]> => onOwnCluster(async () => [
  ...await withLots(['a changed certificate is refused', 'pdfsig refuses it too'], async (lots) => {
    const { ours, theirs } = await tampering(lots, random);
    return [ours, theirs];
  }),
  ...await withLots(['one certificate each, whenever the worker is killed'], async (lots) => [await kills(lots, random)]),
]);

/** Each on a database of its own. */
const withLots = (names: readonly string[], work: (lots: Lots) => Promise<readonly Result[]>): Promise<Proof[]> => prove(names, async () => {
  const lots = await Lots.open();
  try {
    return await work(lots);
  } finally {
    await lots.close();
  }
});

void main();
