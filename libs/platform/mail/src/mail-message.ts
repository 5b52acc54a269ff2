import type { Language } from '@platform/tenancy';
import type { MailKind } from './mail-views.js';

export interface Recipient {
  readonly email: string;
  /** Empty when nobody in particular is known there. */
  readonly name: string;
  readonly language: Language;
  /** IANA zone for times; Japan unless given. */
  readonly zone?: string;
}

export interface MailMessage {
  readonly kind: MailKind;
  readonly messageId: string;
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  readonly date: Date;
}
