/** What the buyer's colleagues think of one answer, before anything is said to the supplier. */
export const OPINIONS = ['accepted', 'question', 'not_accepted'] as const;
export type Opinion = (typeof OPINIONS)[number];

export function isOpinion(value: unknown): value is Opinion {
  return OPINIONS.some((known) => known === value);
}
