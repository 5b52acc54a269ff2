import type { Choice } from '@pure/response';

const FIELD = 'choice.';
export const choiceField = (key: string): string => `${FIELD}${key}`;

/** What was decided on the preview's page, by the question's key; anything else in the form is nobody's decision. */
export function choicesIn(form: Readonly<Record<string, unknown>>): Readonly<Record<string, Choice>> {
  const chosen = Object.entries(form).filter((entry): entry is [string, Choice] => entry[0].startsWith(FIELD) && (entry[1] === 'file' || entry[1] === 'here'));
  return Object.fromEntries(chosen.map(([name, choice]) => [name.slice(FIELD.length), choice]));
}
