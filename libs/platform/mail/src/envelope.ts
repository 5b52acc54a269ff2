import type { SendMailOptions } from 'nodemailer';
import type { MailMessage } from './mail-message.js';

/** RFC 3834: no holiday notice answers a machine. */
export function envelopeOf(message: MailMessage): SendMailOptions {
  const { from, to, subject, text, html, messageId, date } = message;
  return {
    from, to, subject, text, html, messageId, date, ...(message.replyTo ? { replyTo: message.replyTo } : {}),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
  };
}
