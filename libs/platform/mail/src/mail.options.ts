/** Injection token of {@link MailOptions}. */
export const MAIL_OPTIONS = Symbol('mail options');

export interface MailOptions {
  /** `smtp://user:password@host:port`, `smtps://…`; without it mails are kept in the mailbox. */
  readonly smtpUrl?: string;
  /** Directory of the mailbox; made when the first mail is kept. */
  readonly mailboxDir: string;
  /** Address in From. Replies go to the buyer's contact where there is one. */
  readonly from: string;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
}
