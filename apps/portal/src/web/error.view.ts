import type { HttpAnswer } from '@platform/http';
import { messageKeyOf } from '@platform-pure/errors';
import { text } from './text.rules.js';
import type { TextRef } from './text.rules.js';

export interface ErrorView {
  readonly status: number;
  readonly code: string;
  readonly text: TextRef;
  readonly reference: string;
  readonly defect: boolean;
}

/** `known` = the text of this code exists; a code without one is told in general words and still shown as a code. */
export function errorView(answer: HttpAnswer, reference: string, known: (key: string) => boolean): ErrorView {
  const own = messageKeyOf(answer.code);
  const general = `portal.error.${answer.status >= 500 ? 'unexpected' : answer.status === 404 ? 'not_found' : answer.status === 403 ? 'forbidden' : 'bad_request'}`;
  const specific = answer.error !== null && known(own) && !['common.not_found', 'common.forbidden'].includes(answer.code);
  return {
    status: answer.status, code: answer.code, text: text(specific ? own : general, answer.error?.params ?? {}), reference, defect: answer.status >= 500,
  };
}
