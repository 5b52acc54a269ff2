/** Dates are instants (`Date`) or days (`YYYY-MM-DD`); texts are already in the reader's language; addresses are whole. */
export interface MailContact { readonly name: string; readonly email: string }
export interface MailRequest { readonly number: string; readonly title: string }
/** A request once more: a reminder, a new due date, its end. `note` says why; `expiresAt` where the link can be used once only. */
export interface RequestNews { buyer: string; factory: string; contact: MailContact | null; request: MailRequest; dueOn: string; note: string | null; url: string; expiresAt: Date | null }
export interface MailFinding { readonly title: string; readonly text: string; readonly dueOn: string | null }

/** What each mail says: who asks, what, by when, and the link to exactly that. The words are in templates/messages/<language>/mail.json. */
export interface MailViews {
  'member-invitation': { organization: string; inviter: string; roles: string; url: string; expiresAt: Date };
  'supplier-invitation': { buyer: string; factory: string; contact: MailContact | null; request: MailRequest; dueOn: string; note: string | null; url: string; expiresAt: Date };
  'password-reset': { name: string; url: string; expiresAt: Date };
  'sign-up': { url: string; expiresAt: Date };
  'one-time-code': { name: string; code: string; expiresAt: Date };
  'request-sent': { buyer: string; factory: string; contact: MailContact | null; request: MailRequest; dueOn: string; note: string | null; url: string };
  'request-reminder': RequestNews;
  'request-extended': RequestNews;
  'request-withdrawn': RequestNews;
  'response-released': { supplier: string; factory: string; request: MailRequest; revision: number; signer: string; releasedAt: Date; url: string };
  'response-returned': { buyer: string; contact: MailContact | null; request: MailRequest; findings: readonly MailFinding[]; dueOn: string | null; url: string };
  'notification': { says: string; url: string; settingsUrl: string };
  'notification-digest': { day: string; lines: readonly { text: string; url: string }[]; url: string; settingsUrl: string };
  'certificate-issued': { buyer: string; contact: MailContact | null; number: string; poNumber: string | null; deliveryNote: string; goods: string; issuedOn: string; url: string; verifyUrl: string };
}

export type MailKind = keyof MailViews;
