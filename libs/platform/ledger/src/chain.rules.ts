/** One link of a request's hash chain; what is hashed is exactly this object, as canonical JSON. */
export interface LedgerLink {
  readonly chain: string;
  readonly sequence: number;
  readonly kind: string;
  readonly objectId: string;
  readonly objectSha256: string;
  readonly previous: string | null;
  readonly at: string;
}

export interface ChainedLink extends LedgerLink { readonly hash: string }

/** Where a chain breaks, or null when every link follows from the one before it. `hashOf` is sha-256 over canonical JSON, in hex. */
export function firstBreak(links: readonly ChainedLink[], hashOf: (link: LedgerLink) => string): number | null {
  let previous: string | null = null;
  for (const [index, { hash, ...link }] of links.entries()) {
    if (link.sequence !== index + 1 || link.previous !== previous || hashOf(link) !== hash) return index + 1;
    previous = hash;
  }
  return null;
}
