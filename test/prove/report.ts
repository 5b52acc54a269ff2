/** One proof: how much was tried, and what did not hold. */
export interface Proof { readonly name: string; readonly tried: string; readonly held: boolean | null; readonly note: string; readonly seconds: number }

const MARK = { true: 'holds', false: 'BROKEN', null: 'skipped' } as const;

export function table(proofs: readonly Proof[]): string {
  const lines = [['proof', 'tried', 'result', 's', 'note'], ...proofs.map((one) => [one.name, one.tried, MARK[`${one.held}`], one.seconds.toFixed(0), one.note])];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const print = (line: readonly string[]): string => line.map((cell, column) => (column === 4 ? cell : cell.padEnd(widths[column]!))).join('  ').trimEnd();
  return [print(lines[0]!), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1).map(print)].join('\n');
}

/** Numbers that look random and come again with the same seed (mulberry32), so that a failure can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
