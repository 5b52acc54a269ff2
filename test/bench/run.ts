import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Lots } from '../worker/lots.fixture.js';
import { onOwnCluster } from '../worker/own-cluster.js';
import { answers } from './answers.js';
import { api } from './api.js';
import { certificates, issuing } from './certificates.js';
import { portalAutosave } from './portal-autosave.js';
import { requests } from './requests.js';
import { row, table, writeJson } from './report.js';
import type { Row } from './report.js';
import { starting } from './starting.js';

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

/** A part that cannot be measured here says why in the table; the others are still worth having. */
async function part(name: string, measure: () => Promise<Row[]>): Promise<Row[]> {
  process.stderr.write(`  ${name} …\n`);
  try {
    return await measure();
  } catch (error) {
    return [row(name, '', null, { note: `not measured: ${(error as Error).message.split('\n').at(-1)}` })];
  }
}

/** Every figure stands beside a reference that was measured in the same run, in turns: absolute figures of another machine mean nothing. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const began = performance.now();
  const rows = [...await part('starting', starting), ...await onDatabase()];
  say(`\n${table(rows)}\n`);
  say(`Medians, measured in turns. ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}, ${Math.round((performance.now() - began) / 1000)} s.`);
  if (values.json) writeJson(values.json, rows);
}

const onDatabase = (): Promise<Row[]> => onOwnCluster(async () => {
  const lots = await Lots.open();
  try {
    return [
      ...await part('answers', () => answers(lots)), ...await part('api', () => api(lots)), ...await part('portal', () => portalAutosave(lots)), ...await part('requests', () => requests(lots)), ...await part('certificates', () => certificates(lots)), ...await part('issuing', () => issuing(lots)),
    ];
  } finally {
    await lots.close();
  }
});

void main();
