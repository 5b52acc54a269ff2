import { Gate } from './gate.js';

function held(): { work: () => Promise<string>; finish: () => void } {
  let finish = (): void => undefined;
  const done = new Promise<string>((resolve) => (finish = () => resolve('done')));
  return { work: () => done, finish: () => finish() };
}

describe('the gate', () => {
  it('lets so many in at once, the others in the order they came', async () => {
    const gate = new Gate(1, 9);
    const first = held();
    const order: number[] = [];
    const passes = [gate.pass(first.work), ...[2, 3].map((n) => gate.pass(async () => order.push(n)))];
    await Promise.resolve();
    expect(order).toEqual([]);
    first.finish();
    await Promise.all(passes);
    expect(order).toEqual([2, 3]);
  });
  it('refuses when too many wait', async () => {
    const gate = new Gate(1, 1);
    const first = held();
    const [inside, waiting] = [gate.pass(first.work), gate.pass(async () => 'second')];
    await expect(gate.pass(async () => 'third')).rejects.toMatchObject({ problem: 'busy' });
    first.finish();
    expect(await Promise.all([inside, waiting])).toEqual(['done', 'second']);
  });
  it('work that fails makes room too', async () => {
    const gate = new Gate(1, 1);
    await expect(gate.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.pass(async () => 'next')).toBe('next');
  });
  it('closed, it refuses who waits and who comes, and lets finish who is inside', async () => {
    const gate = new Gate(1, 9);
    const first = held();
    const [inside, waiting] = [gate.pass(first.work), gate.pass(async () => 'second')];
    gate.close();
    await expect(waiting).rejects.toMatchObject({ problem: 'closed' });
    await expect(gate.pass(async () => 'third')).rejects.toMatchObject({ problem: 'closed' });
    first.finish();
    expect(await inside).toBe('done');
  });
});
