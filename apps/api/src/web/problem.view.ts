import { messageKeyOf } from '@platform-pure/errors';
import type { ErrorParams } from '@platform-pure/errors';
import type { HttpAnswer } from '@platform/http';

/** RFC 9457, with our stable code and a line per field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly detail: string }[];
}

export interface Say { (key: string, params?: ErrorParams): string; readonly has: (key: string) => boolean }

const TITLED = new Set([400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 500, 503]);

/** `reference` finds the call in the log. What is inside of a defect is told nobody. */
export function problemView(answer: HttpAnswer, reference: string, say: Say): Problem {
  const { status, code, error } = answer;
  const sentence = (of: string, params: ErrorParams): string => {
    const key = messageKeyOf(of);
    return say.has(key) ? say(key, { reference, ...params }) : say('common.errors.invalid');
  };
  return {
    type: `urn:kenshu:problem:${code}`, title: say(`api.title.${TITLED.has(status) ? status : 400}`), status, detail: sentence(code, error?.params ?? {}), instance: `urn:uuid:${reference}`, code,
    ...(error && error.fields.length > 0 && { errors: error.fields.map((field) => ({ field: field.field, code: field.code, detail: sentence(field.code, field.params ?? {}) })) }),
  };
}
