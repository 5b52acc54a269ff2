/** A text that is still to be put into the reader's language; views hold these where a text has parameters. */
export interface TextRef { readonly $text: string; readonly params: Readonly<Record<string, unknown>> }

export const text = (key: string, params: Readonly<Record<string, unknown>> = {}): TextRef => ({ $text: key, params });

const isTextRef = (value: object): value is TextRef => '$text' in value;
const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

/** The same view with every {@link TextRef} in words, parameters first. Dates and other objects are left as they are. */
export function inWords(view: unknown, translate: (key: string, params: Readonly<Record<string, unknown>>) => string): unknown {
  if (typeof view !== 'object' || view === null || !isPlain(view)) return view;
  if (Array.isArray(view)) return view.map((entry) => inWords(entry, translate));
  if (isTextRef(view)) return translate(view.$text, inWords(view.params, translate) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, inWords(value, translate)]));
}
