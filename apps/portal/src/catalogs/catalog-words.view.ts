import type { Bilingual, FactName, Necessity } from '@pure/catalog';
import { phrase, words } from '../web/cells.view.js';
import type { Cell } from '../web/cells.view.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/** 「無線LANを使う場合」: when an item counts, in words; null when it always does. */
export function conditionText(necessity: Necessity, condition: FactName | null): TextRef | null {
  if (condition === null) return null;
  return text(`catalog.condition.${necessity === 'must_unless' ? 'unless' : 'if'}`, { fact: text(`catalog.fact_clause.${condition}`) });
}

export function necessityText(necessity: Necessity, condition: FactName | null): TextRef {
  const when = conditionText(necessity, condition);
  return when ? text('portal.necessity_with_condition', { necessity: text(`catalog.necessity.${necessity}`), condition: when }) : text(`catalog.necessity.${necessity}`);
}

export const necessityCell = (necessity: Necessity, condition: FactName | null): Cell => {
  const { $text, params } = necessityText(necessity, condition);
  return phrase($text, params);
};

export const joined = (texts: readonly Bilingual[]): Bilingual => ({ ja: texts.map(({ ja }) => ja).join('、'), en: texts.map(({ en }) => en).join(', ') });

/** Our own wording is a gist and says so wherever it stands (domain.md §0b.13); the source's own words come first where they are known. */
export function shownWords(item: { readonly title: Bilingual; readonly officialText: string | null }): Bilingual {
  return item.officialText === null ? summaryOf(item.title) : { ja: item.officialText, en: item.officialText };
}

export const summaryOf = ({ ja, en }: Bilingual): Bilingual => ({ ja: `${ja}（要約）`, en: `${en} (summary)` });

export const titleCell = (item: { readonly title: Bilingual; readonly officialText: string | null }): Cell => words(shownWords(item));
