import { invalid } from '@platform-pure/errors';

/** Characters. Ours; OWASP ASVS 5.0 §6.2.1 asks for at least 8 and recommends 15. No composition rules (same section, 6.2.5). */
export const PASSWORD_MIN = 12;
/** Characters; longer ones only cost hash time (OWASP Authentication Cheat Sheet, "password length"). */
export const PASSWORD_MAX = 128;

export type PasswordWeakness = 'password_too_short' | 'password_too_long' | 'password_too_simple' | 'password_contains_address';

/** The same password typed on another keyboard is the same password (NIST SP 800-63B §3.1.1.2: NFKC before hashing). */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

/** Why a new password is refused, or null. */
export function weaknessOf(password: string, email: string): PasswordWeakness | null {
  const characters = [...normalizePassword(password)];
  if (characters.length < PASSWORD_MIN) return 'password_too_short';
  if (characters.length > PASSWORD_MAX) return 'password_too_long';
  if (new Set(characters).size < 4) return 'password_too_simple';
  const name = email.split('@')[0].toLowerCase();
  return name.length >= 4 && characters.join('').toLowerCase().includes(name) ? 'password_contains_address' : null;
}

/** @throws Invalid `identity.password_…` naming the field. */
export function requireGoodPassword(password: string, email: string, field = 'password'): void {
  const weakness = weaknessOf(password, email);
  if (!weakness) return;
  const params = { min: PASSWORD_MIN, max: PASSWORD_MAX };
  throw invalid(`identity.${weakness}`, params, [{ field, code: `identity.${weakness}`, params }]);
}
