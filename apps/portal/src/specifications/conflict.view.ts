import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/** What somebody else saved meanwhile beside what was typed here: the person decides, nothing is lost. */
export interface ConflictView { readonly rows: readonly { readonly item: string; readonly label: TextRef; readonly mine: string | TextRef; readonly theirs: string | TextRef }[] }

export type Values = Readonly<Record<string, string>>;
/** How a value that is not free text reads: necessity, condition. */
export type Wording = (name: string, value: string) => string | TextRef;

/** The fields whose typed text differs from what is saved now. */
export function differences(item: string, labels: Readonly<Record<string, string>>, mine: Values, theirs: Values, wording: Wording): ConflictView['rows'] {
  return Object.keys(labels).filter((name) => (mine[name] ?? '').trim() !== (theirs[name] ?? '').trim())
    .map((name) => ({ item, label: text(labels[name]!), mine: wording(name, mine[name] ?? ''), theirs: wording(name, theirs[name] ?? '') }));
}

/** Words for the fields that are chosen from a list. */
export const valueWords: Wording = (name, value) => {
  if (name === 'necessity') return text(`catalog.necessity.${value}`);
  if (name === 'condition') return value === '' ? text('catalog.condition.always') : text(`catalog.fact.${value}`);
  if (name === 'method') return text(`catalog.method.${value}`);
  if (name === 'requiredLevel') return value === '' ? text('portal_specifications.level_usual') : value;
  if (name === 'criticality') return text(`specification.criticality.${value}`);
  if (name === 'governingDocument') return text(`specification.governing.${value}`);
  return value;
};
