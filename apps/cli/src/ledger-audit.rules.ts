import { firstBreak } from '@platform-pure/ledger';
import type { ChainedLink, LedgerLink } from '@platform-pure/ledger';

export type ChainProblem =
  | { readonly kind: 'broken'; readonly at: number }
  /** What supervision sees at the end is not what the parties see. */
  | { readonly kind: 'other_head' }
  /** Nobody can read its links. */
  | { readonly kind: 'unread' }
  /** A checkpoint outside the database has seen it longer, or with another link. */
  | { readonly kind: 'lost' };

/** Why a chain proves nothing, or null. `head` is read by another role than the links, so that hiding rows from one of them shows. */
export function chainProblem(links: readonly ChainedLink[], head: { readonly length: number; readonly hash: string } | undefined, hashOf: (link: LedgerLink) => string): ChainProblem | null {
  if (links.length === 0) return { kind: 'unread' };
  const at = firstBreak(links, hashOf);
  if (at !== null) return { kind: 'broken', at };
  const last = links[links.length - 1]!;
  return head?.length === links.length && head.hash === last.hash ? null : { kind: 'other_head' };
}
