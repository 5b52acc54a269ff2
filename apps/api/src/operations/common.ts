import { FACT_NAMES } from '@pure/catalog';
import type { Facts } from '@pure/catalog';
import { flag, id, list, named, object, optional, text } from '../web/schema.js';
import type { Schema } from '../web/schema.js';

export const bilingual = named('Bilingual', object({ ja: text(4000), en: text(4000) }));
export const facts: Schema<Facts> = named('Facts', object(Object.fromEntries(FACT_NAMES.map((name) => [name, optional(flag())])), 'Facts of the delivery that conditions test; what is not stated switches nothing off.') as Schema<Facts>);
/** What was made. */
export const made = named('Made', object({ id: id() }));
export const toMade = (of: string): { readonly id: string } => ({ id: of });
export const ids = list(id(), 500);

/** For `ilike`: what is looked for stands as it was typed. */
export const pattern = (words: string | undefined): string | null => words?.trim() ? `%${words.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
