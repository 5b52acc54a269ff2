export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** How many per second when `count` pieces of work are done by `lanes` loops at once. */
export async function perSecond(count: number, lanes: number, work: (index: number, lane: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const lane = async (number: number): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index, number);
  };
  return (count * 1000) / await timed(() => Promise.all(Array.from({ length: lanes }, (_, number) => lane(number))));
}

export interface Pair { readonly ours: number; readonly reference: number; /** Median of the rounds' own ratios: both sides of a round saw the same machine. */ readonly ratio: number }

/** Ours and the reference in turns, each going first every other time, so that a busy neighbour hits both. One round before is thrown away. */
export async function inTurns(rounds: number, ours: () => Promise<number>, reference: () => Promise<number>): Promise<Pair> {
  await ours();
  await reference();
  const pairs: { ours: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const mine = await ours();
      pairs.push({ ours: mine, reference: await reference() });
    } else {
      const its = await reference();
      pairs.push({ ours: await ours(), reference: its });
    }
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)), reference: median(pairs.map((pair) => pair.reference)),
    ratio: median(pairs.map((pair) => pair.ours / pair.reference)),
  };
}
