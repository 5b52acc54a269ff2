import type { ChainedLink } from '@platform-pure/ledger';
import { chainProblem } from './ledger-audit.rules.js';

const hashOf = ({ sequence }: { sequence: number }): string => `h${sequence}`;
const link = (sequence: number): ChainedLink => ({
  chain: 'c', sequence, kind: 'k', objectId: 'o', objectSha256: 's', previous: sequence === 1 ? null : `h${sequence - 1}`, at: 't', hash: `h${sequence}`,
});

describe('a chain', () => {
  it('holds when every link follows and both roles see the same end', () => {
    expect(chainProblem([link(1), link(2)], { length: 2, hash: 'h2' }, hashOf)).toBeNull();
  });

  it('proves nothing when a link is wrong, its end is another one, or nobody can read it', () => {
    expect(chainProblem([link(1), { ...link(2), hash: 'x' }], { length: 2, hash: 'x' }, hashOf)).toEqual({ kind: 'broken', at: 2 });
    expect(chainProblem([link(1)], { length: 2, hash: 'h2' }, hashOf)).toEqual({ kind: 'other_head' });
    expect(chainProblem([link(1)], undefined, hashOf)).toEqual({ kind: 'other_head' });
    expect(chainProblem([], { length: 2, hash: 'h2' }, hashOf)).toEqual({ kind: 'unread' });
  });
});
