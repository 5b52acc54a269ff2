import { invalid } from '@platform-pure/errors';

const SHAPE = /^[^\s\p{Cc}@<>()",;:\\[\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/u;

/** The address as it is stored and compared: no blanks around it, full-width letters folded, lower case. */
export const normalizeEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

export function isEmail(email: string): boolean {
  return email.length <= 254 && SHAPE.test(normalizeEmail(email));
}

/** @throws Invalid `identity.email_malformed`. Returns the stored form. */
export function requireEmail(email: string, field = 'email'): string {
  if (!isEmail(email)) throw invalid('identity.email_malformed', {}, [{ field, code: 'identity.email_malformed' }]);
  return normalizeEmail(email);
}
