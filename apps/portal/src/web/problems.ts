import { DomainError, messageKeyOf } from '@platform-pure/errors';
import { Page } from './page.js';
import { text } from './text.rules.js';
import type { TextRef } from './text.rules.js';

export interface Problem { readonly field: string | null; readonly text: TextRef }

/** What is wrong with a form, in the order of its fields; a problem without a field concerns the whole. */
export function problemsOf(error: DomainError): readonly Problem[] {
  if (error.fields.length === 0) return [{ field: null, text: text(error.messageKey, error.params) }];
  return error.fields.map(({ field, code, params }) => ({ field, text: text(messageKeyOf(code), params ?? {}) }));
}

/** Does the work; what the person can correct leads back to the same form with a summary on top (422, 409), everything else is thrown on. */
export async function orRedraw<T>(work: () => Promise<T>, redraw: (problems: readonly Problem[]) => Page | Promise<Page>): Promise<T | Page> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error;
    const { template, view, options } = await redraw(problemsOf(error));
    return new Page(template, view, { ...options, status: error.kind === 'conflict' ? 409 : 422 });
  }
}
