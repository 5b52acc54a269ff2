import type { FormReader } from '@platform-pure/forms';

/** More would be a mailing list, and each of them gets a link that opens the request. */
export const MOST_RECIPIENTS = 20;

/** Addresses as a person writes them down: one per line, or with commas, semicolons, 、 or blanks between them. Each once, in small letters. */
export function splitAddresses(text: string): string[] {
  return [...new Set(text.split(/[\s,;、，；]+/u).filter((part) => part !== '').map((part) => part.toLowerCase()))];
}

/** What is wrong goes into `form`. */
export function readRecipients(form: FormReader, field: string, given: readonly string[]): string[] {
  const addresses = splitAddresses(given.join(' '));
  if (addresses.length > MOST_RECIPIENTS) form.wrong(field, 'request.too_many_recipients', { max: MOST_RECIPIENTS });
  for (const address of addresses) form.email(field, address);
  return addresses;
}

/** A member of the other company is shown to the buyer by the outline of the address only: its people are its own. */
export function outlineOf(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}
