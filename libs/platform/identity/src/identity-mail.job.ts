/** Carries ids only: the worker makes the link or code when it sends, so that no secret lies in the queue. */
export const IDENTITY_MAIL_QUEUE = 'identity-mail';

export interface IdentityMailJob {
  readonly kind: 'password_reset' | 'step_up_code' | 'sign_up';
  readonly id: string;
}
