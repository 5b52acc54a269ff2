import { FACT_NAMES, METHODS, NECESSITIES } from '@pure/catalog';
import type { AnswerScale, FactName, Method, Necessity } from '@pure/catalog';
import { defaultTargetLevel } from '@pure/specification';
import type { Criticality } from '@pure/specification';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

export interface ChoiceView { readonly value: string; readonly label: TextRef | string }

export const necessities: readonly ChoiceView[] = NECESSITIES.map((value) => ({ value, label: text(`catalog.necessity.${value}`) }));
export const conditions: readonly ChoiceView[] = [{ value: '', label: text('catalog.condition.always') }, ...FACT_NAMES.map((value) => ({ value, label: text(`catalog.fact.${value}`) }))];
export const methods: readonly ChoiceView[] = METHODS.map((value) => ({ value, label: text(`catalog.method.${value}`) }));

/** The levels of the catalogue's scale; the first choice follows necessity and criticality. Null where the answer has no levels. */
export function levels(scale: AnswerScale | undefined, necessity: Necessity, criticality: Criticality): readonly ChoiceView[] | null {
  if (scale?.kind !== 'levels') return null;
  const usual = { value: '', label: text('portal_specifications.level_usual_is', { level: defaultTargetLevel(necessity, criticality) }) };
  return [usual, ...scale.levels.map(({ value }) => ({ value: String(value), label: String(value) }))];
}

export const necessityOf = (value: string | undefined): Necessity | undefined => NECESSITIES.find((one) => one === value);
export const methodOf = (value: string | undefined): Method | undefined => METHODS.find((one) => one === value);
/** Blank is "always"; an unknown word is left to the verb, which refuses it. */
export const conditionOf = (value: string | undefined): FactName | null => FACT_NAMES.find((one) => one === value) ?? null;
export const levelOf = (value: string | undefined): number | null => /^[1-5]$/.test(value ?? '') ? Number(value) : null;
