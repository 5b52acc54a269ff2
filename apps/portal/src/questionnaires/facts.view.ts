import type { Facts } from '@pure/catalog';
import { FACT_NAMES } from '@pure/catalog';
import { formView } from '../web/form.view.js';
import type { FieldView, FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import type { Opened } from './questionnaire-desk.js';

export interface FactsView {
  readonly number: string;
  readonly path: string;
  readonly back: string;
  readonly form: FormView;
  readonly facts: readonly { readonly label: TextRef; readonly field: FieldView; readonly choices: readonly { readonly value: string; readonly label: TextRef }[] }[];
}

/** The facts that this edition's conditions test, as they stand now. */
export function factsView({ request, edition: { document } }: Opened, typed: object, problems: readonly Problem[]): FactsView {
  const stand = Object.fromEntries(document.factNames.map((name) => [name, request.facts[name] === undefined ? '' : String(request.facts[name])]));
  const renamed = problems.map((problem) => ({ ...problem, field: problem.field === 'reason' ? 'factsReason' : problem.field?.replace(/^facts\.?/, '') || document.factNames[0] }));
  const form = formView([...document.factNames, 'factsReason'], { ...stand, ...typed }, problems.every(({ field }) => field === null) ? problems : renamed);
  return {
    number: request.number, path: `/questionnaires/${request.id}/facts`, back: `/questionnaires/${request.id}`, form,
    facts: document.factNames.map((name) => ({
      label: text(`catalog.fact.${name}`), field: form.fields[name],
      choices: [...(request.facts[name] === undefined ? [''] : []), 'true', 'false'].map((value) => ({ value, label: text(`catalog.fact_state.${value || 'unstated'}`) })),
    })),
  };
}

/** Only what was stated; that it is the same as before is for the verb to say. */
export function factsOf(given: object): Facts {
  const form = given as Readonly<Partial<Record<string, string>>>;
  return Object.fromEntries(FACT_NAMES.filter((name) => form[name] === 'true' || form[name] === 'false').map((name) => [name, form[name] === 'true']));
}
