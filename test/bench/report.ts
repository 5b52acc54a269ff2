import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';

export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly ours: number | null;
  readonly reference: number | null;
  /** Ours ÷ reference; of a time or of memory, less is better. */
  readonly ratio: number | null;
  readonly aim: string;
  readonly note: string;
}

export const row = (name: string, unit: string, ours: number | null, rest: Partial<Row> = {}): Row =>
  ({ name, unit, ours, reference: null, ratio: null, aim: '', note: '', ...rest });

const figure = (value: number | null, unit = ''): string => {
  if (value === null) return '–';
  const text = value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  return unit ? `${text} ${unit}` : text;
};

const HEAD = ['measured', 'ours', 'reference', 'ratio', 'aim', 'beside what'];

export function table(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map((one) => [one.name, figure(one.ours, one.unit), figure(one.reference, one.reference === null ? '' : one.unit), figure(one.ratio), one.aim, one.note])];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const print = (line: readonly string[]): string =>
    line.map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(column === 5 ? 0 : widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd();
  return [print(lines[0]!), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1).map(print)].join('\n');
}

export function writeJson(file: string, rows: readonly Row[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const machine = { at: new Date().toISOString(), node: process.version, cores: availableParallelism(), cpu: cpus()[0]?.model ?? '', load: loadavg() };
  writeFileSync(file, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
}
