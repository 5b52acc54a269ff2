import { lostSince } from './checkpoint.rules.js';
import type { Checkpoint } from './checkpoint.rules.js';

const checkpoint: Checkpoint = { type: 'kenshu.checkpoint/1', at: 't', previous: null, heads: [{ chain: 'a', sequence: 2, hash: 'a2' }, { chain: 'b', sequence: 1, hash: 'b1' }] };
const chains = (links: Record<string, string[]>) => (chain: string, sequence: number): string | undefined => links[chain]?.[sequence - 1];

describe('a checkpoint', () => {
  it('is content when chains only grew', () => expect(lostSince(checkpoint, chains({ a: ['a1', 'a2', 'a3'], b: ['b1'] }))).toEqual([]));
  it('names a chain whose end was cut off', () => expect(lostSince(checkpoint, chains({ a: ['a1'], b: ['b1'] }))).toEqual(['a']));
  it('names a chain that was written anew', () => expect(lostSince(checkpoint, chains({ a: ['a1', 'a2'], b: ['other'] }))).toEqual(['b']));
  it('names a chain that is gone', () => expect(lostSince(checkpoint, chains({ a: ['a1', 'a2'] }))).toEqual(['b']));
});
