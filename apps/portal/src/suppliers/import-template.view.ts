import type { LedgerTemplate } from '@platform/workbook';
import type { LedgerColumn } from '@platform-pure/workbook';
import type { Reader } from '../web/plain.js';

export interface TemplateInput {
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
export function templateView({ name, guide, example, columns, required, choices }: TemplateInput, { say }: Pick<Reader, 'say'>): LedgerTemplate {
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
