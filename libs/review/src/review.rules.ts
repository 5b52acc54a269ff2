/** What the buyer's colleagues think of one answer, before anything is said to the supplier. */
export const OPINIONS = ['accepted', 'question', 'not_accepted'] as const;
export type Opinion = (typeof OPINIONS)[number];

export function isOpinion(value: unknown): value is Opinion {
  return OPINIONS.some((known) => known === value);
}

interface Noted { readonly requirementKey: string; readonly opinion: Opinion; readonly findingText: string | null; readonly findingTarget: string | null; readonly findingDueOn: string | null }

/** Where the buyer stands with each answer: the newest note of anybody counts. `notes` newest first. */
export function standingOpinions<N extends Noted>(notes: readonly N[]): ReadonlyMap<string, N> {
  const newest = new Map<string, N>();
  for (const note of notes) if (!newest.has(note.requirementKey)) newest.set(note.requirementKey, note);
  return newest;
}

/** What a return would say now: findings in preparation that nobody has taken back by a newer opinion, in the order of `keys`. */
export function findingsInPreparation(notes: readonly Noted[], keys: readonly string[]): { readonly requirementKey: string; readonly text: string; readonly target: string | null; readonly dueOn: string | null }[] {
  const newest = standingOpinions(notes);
  return keys.flatMap((requirementKey) => {
    const note = newest.get(requirementKey);
    return note?.findingText ? [{ requirementKey, text: note.findingText, target: note.findingTarget, dueOn: note.findingDueOn }] : [];
  });
}
