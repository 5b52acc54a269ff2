import { firstBreak } from './chain.rules.js';
import type { ChainedLink, LedgerLink } from './chain.rules.js';

const hashOf = (link: LedgerLink): string => JSON.stringify(link);
const chain = (length: number): ChainedLink[] => {
  const links: ChainedLink[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const link = { chain: 'c', sequence, kind: 'k', objectId: `o${sequence}`, objectSha256: `h${sequence}`, previous: links.at(-1)?.hash ?? null, at: 't' };
    links.push({ ...link, hash: hashOf(link) });
  }
  return links;
};

describe('a ledger chain', () => {
  it('holds when nothing was touched', () => expect(firstBreak(chain(5), hashOf)).toBeNull());
  it('names the link whose content was changed', () => {
    const links = chain(5);
    links[2] = { ...links[2], objectSha256: 'forged' };
    expect(firstBreak(links, hashOf)).toBe(3);
  });
  it('names the place where a link was taken out', () => expect(firstBreak(chain(5).toSpliced(1, 1), hashOf)).toBe(2));
  it('sees a chain that was re-hashed from the middle', () => {
    const links = chain(5);
    const forged = { ...links[1], objectSha256: 'forged' };
    const { hash: _, ...content } = forged;
    links[1] = { ...forged, hash: hashOf(content) };
    expect(firstBreak(links, hashOf)).toBe(3);
  });
});
