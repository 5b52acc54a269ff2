/** What went wrong, in the terms a door needs to answer: 422, 403, 404, 409, a step-up first, or 429. */
export type ErrorKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'step_up' | 'too_many';

export type ErrorParams = Readonly<Record<string, string | number>>;

export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly params?: ErrorParams;
}

/**
 * The one error type of the product. `code` is stable (`response.answer_missing`): the API shows it, and its text in both
 * languages is the message `response.errors.answer_missing`. Anything that is not a DomainError is a defect and becomes a plain 500.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly fields: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }

  /** The key of the text in templates/messages. */
  get messageKey(): string {
    return messageKeyOf(this.code);
  }
}

/** `response.answer_missing` → `response.errors.answer_missing`. */
export function messageKeyOf(code: string): string {
  const dot = code.indexOf('.');
  return `${code.slice(0, dot)}.errors.${code.slice(dot + 1)}`;
}

export function invalid(code: string, params?: ErrorParams, fields?: readonly FieldError[]): DomainError {
  return new DomainError('invalid', code, params, fields);
}

export function forbidden(code: string, params?: ErrorParams): DomainError {
  return new DomainError('forbidden', code, params);
}

/** A stranger's row and a row that does not exist are the same answer (design §3, lock 3). */
export function notFound(noun: string): DomainError {
  return new DomainError('not_found', 'common.not_found', { noun });
}

export function conflict(code: string, params?: ErrorParams): DomainError {
  return new DomainError('conflict', code, params);
}

export function stepUpRequired(): DomainError {
  return new DomainError('step_up', 'identity.step_up_required');
}

/** Asked too often; `seconds` until it may be asked again (the door says so in `Retry-After`). */
export function tooMany(code: string, seconds: number): DomainError {
  return new DomainError('too_many', code, { seconds, minutes: Math.ceil(seconds / 60) });
}
