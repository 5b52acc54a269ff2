import type { Talk } from '@libs/request';
import type { FrozenStatement } from '@libs/response';
import type { Deviation } from '@pure/response';
import { phrase, fact, words } from '../web/cells.view.js';
import type { FactView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

export interface AgreeTyped { readonly deviations: readonly string[]; readonly priceTalk?: string; readonly priceTalkNote?: string; readonly digest?: string }

export interface AgreeView {
  readonly id: string;
  readonly number: string;
  readonly respondent: string;
  readonly digest: string;
  readonly form: FormView;
  readonly deviations: readonly { readonly key: string; readonly code: string; readonly text: string; readonly ticked: boolean }[];
  readonly talks: readonly { readonly text: string; readonly by: string; readonly at: Date }[];
  readonly priceTalks: readonly { readonly value: string; readonly label: TextRef }[];
  readonly unsigned: boolean;
}

/** The verb names a deviation by its key: on the page all of them are one field. */
export function agreeView(statement: FrozenStatement, deviations: readonly Deviation[], talks: readonly Talk[], typed: AgreeTyped, problems: readonly Problem[] = []): AgreeView {
  const keys = new Set(deviations.map(({ key }) => key));
  const placed = problems.map((problem) => ({ ...problem, field: problem.field && keys.has(problem.field) ? 'deviations' : problem.field }));
  const once = placed.filter((problem, index) => problem.field !== 'deviations' || placed.findIndex(({ field }) => field === 'deviations') === index);
  return {
    id: statement.id, number: statement.document.request.number, respondent: `${statement.document.respondent.name} ${statement.document.respondent.factoryName}`, digest: statement.sha256,
    form: formView(['deviations', 'priceTalk', 'priceTalkNote'], typed, once), deviations: deviations.map(({ key, code, text: said }) => ({ key, code, text: said, ticked: typed.deviations.includes(key) })),
    talks: talks.filter(({ kind }) => kind === 'price_talk').map(({ text: said, by, at }) => ({ text: said, by, at })), unsigned: statement.proxyEvidenceId !== null,
    priceTalks: ['recorded', 'none_needed'].map((value) => ({ value, label: text(`review.price_talk.${value}`) })),
  };
}

export interface AgreeCheckView extends AgreeView { readonly facts: readonly FactView[]; readonly carried: readonly { readonly name: string; readonly value: string }[] }

export function agreeCheckView(view: AgreeView, typed: AgreeTyped): AgreeCheckView {
  return {
    ...view, carried: [
      ...typed.deviations.map((value) => ({ name: 'deviations', value })), { name: 'priceTalk', value: typed.priceTalk ?? '' }, { name: 'priceTalkNote', value: typed.priceTalkNote ?? '' }, { name: 'digest', value: view.digest }],
    facts: [
      fact('common.noun.request', words(view.number)), fact('request.respondent', words(view.respondent)), fact('review.field.price_talk', phrase(`review.price_talk.${typed.priceTalk ?? 'none_needed'}`)),
      ...(typed.priceTalkNote ? [fact('portal_reviews.price_talk_note', words(typed.priceTalkNote))] : []),
    ],
  };
}
