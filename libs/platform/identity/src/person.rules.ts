import { invalid } from '@platform-pure/errors';
import type { FieldError } from '@platform-pure/errors';
import type { Language } from '@platform-pure/tenancy';

export interface PersonContent { readonly displayName: string; readonly language: Language; readonly timeZone: string }

/** @throws Invalid `identity.person_invalid` with one entry per field. */
export function readPerson(typed: { readonly displayName: string; readonly language: string; readonly timeZone: string }): PersonContent {
  const displayName = typed.displayName.normalize('NFC').trim();
  const problems: FieldError[] = [];
  if (displayName === '' || displayName.length > 200) problems.push({ field: 'displayName', code: 'identity.display_name_needed' });
  if (typed.language !== 'ja' && typed.language !== 'en') problems.push({ field: 'language', code: 'identity.language_unknown' });
  if (!isZone(typed.timeZone)) problems.push({ field: 'timeZone', code: 'identity.time_zone_unknown' });
  if (problems.length > 0) throw invalid('identity.person_invalid', {}, problems);
  return { displayName, language: typed.language as Language, timeZone: typed.timeZone };
}

/** A name, not an offset: PostgreSQL reads the sign of "+09:00" the other way round. */
function isZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
