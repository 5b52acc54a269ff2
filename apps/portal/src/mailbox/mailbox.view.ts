/** A piece of a mail's text; a link leads to our own pages only. */
export interface TextPiece { readonly text: string; readonly href: string | null }

export interface MailView {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly date: string;
  readonly pieces: readonly TextPiece[];
}

interface KeptMail {
  readonly id: string; readonly subject: string; readonly text: string; readonly from: string; readonly date: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: { readonly name: string; readonly address: string } | null;
}

/** The plain text with our own addresses as links: a mail is data, its HTML never becomes part of a page. */
export function textPieces(text: string, publicUrl: string): readonly TextPiece[] {
  const own = new RegExp(`(${publicUrl.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/[^\\s<>"）」]*)?)(?![\\w.:])`, 'g');
  return text.split(own).filter((piece) => piece !== '').map((piece) => {
    const path = piece.startsWith(publicUrl) ? piece.slice(publicUrl.length) : null;
    return { text: piece, href: path === null || (path !== '' && !path.startsWith('/')) ? null : path || '/' };
  });
}

export function mailView(mail: KeptMail, publicUrl: string): MailView {
  const { id, subject, from, to, date, replyTo } = mail;
  return { id, subject, from, to, date, replyTo: replyTo && `${replyTo.name} <${replyTo.address}>`, pieces: textPieces(mail.text, publicUrl) };
}

export interface MailboxView {
  readonly address: string;
  readonly mails: readonly { readonly id: string; readonly subject: string; readonly to: KeptMail['to']; readonly date: string }[];
}

export function mailboxView(mails: readonly KeptMail[], address: string): MailboxView {
  return { address, mails: mails.map(({ id, subject, to, date }) => ({ id, subject, to, date })) };
}
