import { day, fact, words } from '../web/cells.view.js';
import type { FactView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';

export interface UploadInput {
  readonly requestId: string;
  readonly number: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly dueOn: string;
  /** Answers may be changed now. */
  readonly open: boolean;
  readonly problems: readonly Problem[];
}

export interface UploadView {
  readonly number: string;
  readonly facts: readonly FactView[];
  readonly home: string;
  readonly action: string;
  readonly downloads: { readonly ja: string; readonly en: string };
  readonly open: boolean;
  readonly form: FormView;
}

/** Takes the workbook out and back: one page, because the same person does both. */
export function uploadView({ requestId, number, title, dueOn, open, problems }: UploadInput): UploadView {
  const home = `/questionnaires/${requestId}`;
  return {
    number, home, action: `${home}/workbook/import`, open,
    facts: [fact('common.noun.request', words(number)), fact('common.noun.specification', words(title)), fact('workbook.due', day(dueOn))],
    downloads: { ja: `${home}/workbook?language=ja`, en: `${home}/workbook?language=en` },
    form: formView(['workbook'], {}, problems.map((problem) => ({ ...problem, field: 'workbook' }))),
  };
}
