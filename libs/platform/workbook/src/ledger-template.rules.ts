import type { LedgerColumn } from './ledger.rules.js';

/** An empty ledger to be filled in: words already in the reader's language. */
export interface LedgerTemplate {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly choices: readonly string[]; readonly wide: boolean }[];
  /** The second sheet: what belongs into each column, and one row as it may look. */
  readonly guide: { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** Said in keys: what a template is made of, in whatever language somebody reads. */
export interface LedgerTemplateWords {
  /** Keys: the sheet's name; per field what belongs there (`<guide>.<field>`) and an example (`<example>.<field>`). */
  readonly name: string;
  readonly guide: string;
  readonly example: string;
  readonly columns: readonly LedgerColumn[];
  readonly required: readonly string[];
  /** Keys of the words that a drop-down offers. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

const WIDE = ['address', 'makerName', 'makerNameEn', 'itemName', 'contactEmail', 'noRequirementReason', 'deliveryPlace'];

/** The empty ledger in the reader's language, with the same columns as the list that goes out. */
export function ledgerTemplate({ name, guide, example, columns, required, choices }: LedgerTemplateWords, say: (key: string) => string): LedgerTemplate {
  return {
    name: say(name), columns: columns.map(({ field, label }) => ({ heading: say(label), choices: (choices[field] ?? []).map((key) => say(key)), wide: WIDE.includes(field) })),
    guide: {
      name: say('portal_imports.guide.sheet'), columns: ['column', 'need', 'what', 'example'].map((key) => say(`portal_imports.guide.${key}`)),
      rows: columns.map(({ field, label, outOnly }) => [
        say(label), say(outOnly ? 'portal_imports.guide.out_only' : required.includes(field) ? 'common.required' : 'common.optional'),
        say(outOnly ? 'portal_imports.guide.not_read' : `${guide}.${field}`), outOnly ? '' : say(`${example}.${field}`)]),
    },
  };
}
