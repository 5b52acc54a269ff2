/** Where every chain stood at one moment; kept outside the database, so that cutting links off the end of all copies shows. */
export interface Checkpoint {
  readonly type: 'kenshu.checkpoint/1';
  readonly at: string;
  readonly heads: readonly { readonly chain: string; readonly sequence: number; readonly hash: string }[];
  /** sha-256 of the checkpoint before this one, as it was written; null for the first. */
  readonly previous: string | null;
}

/** Chains that a checkpoint has seen longer, or with another link at that place, than they are now. */
export function lostSince(checkpoint: Checkpoint, hashAt: (chain: string, sequence: number) => string | undefined): string[] {
  return checkpoint.heads.filter(({ chain, sequence, hash }) => hashAt(chain, sequence) !== hash).map(({ chain }) => chain);
}
