import { invalid } from '@platform-pure/errors';
import type { FieldError } from '@platform-pure/errors';
import type { Language } from '@platform-pure/tenancy';

export interface SignOffPolicy {
  /** Inspector, confirmer and approver are always three people, not only at high criticality (domain.md §0b.16). */
  readonly threePersons: boolean;
}

export const DISCLOSURE_CLASSES = ['public', 'parties', 'restricted', 'secret'] as const;
export type DisclosureClass = (typeof DISCLOSURE_CLASSES)[number];

export interface Profile {
  readonly name: string;
  readonly nameEn: string | null;
  /** 法人番号, 13 digits. */
  readonly corporateNumber: string | null;
  readonly address: string;
  readonly timeZone: string;
  readonly defaultLanguage: Language;
  readonly certificatePrefix: string | null;
  readonly disclosureClass: DisclosureClass;
  /** Years that certificates and what they rest on are kept. */
  readonly retentionYears: number;
}

export type ProfileInput = Pick<Profile, 'name' | 'address'> & Partial<Profile>;

const DEFAULTS = {
  nameEn: null, corporateNumber: null, timeZone: 'Asia/Tokyo', defaultLanguage: 'ja', certificatePrefix: null,
  disclosureClass: 'parties', retentionYears: 10,
} as const;

const tidy = (text: string): string => text.normalize('NFC').trim();
const tidyOrNull = (text: string | null | undefined): string | null => tidy(text ?? '') || null;

/** @throws Invalid `organization.profile_invalid` with one entry per field. */
export function readProfile(input: ProfileInput): Profile {
  const profile: Profile = {
    ...DEFAULTS, ...input, name: tidy(input.name), address: tidy(input.address), nameEn: tidyOrNull(input.nameEn),
    corporateNumber: tidyOrNull(input.corporateNumber?.normalize('NFKC').replaceAll('-', '')),
    certificatePrefix: tidyOrNull(input.certificatePrefix)?.toUpperCase() ?? null,
  };
  const problems = problemsOf(profile);
  if (problems.length) throw invalid('organization.profile_invalid', { count: problems.length }, problems);
  return profile;
}

function problemsOf(profile: Profile): FieldError[] {
  const found: FieldError[] = [];
  const check = (field: keyof Profile, holds: boolean, code: string): void => void (holds || found.push({ field, code }));
  for (const field of ['name', 'nameEn', 'address'] as const) check(field, !/\p{Cc}/u.test(profile[field] ?? ''), 'common.malformed');
  check('nameEn', (profile.nameEn ?? '').length <= 200, 'organization.name_needed');
  check('name', profile.name !== '' && profile.name.length <= 200, 'organization.name_needed');
  check('address', profile.address !== '' && profile.address.length <= 400, 'organization.address_needed');
  check('corporateNumber', profile.corporateNumber === null || isCorporateNumber(profile.corporateNumber), 'organization.corporate_number_wrong');
  check('certificatePrefix', profile.certificatePrefix === null || /^[A-Z0-9]{2,8}$/.test(profile.certificatePrefix), 'organization.certificate_prefix_malformed');
  check('timeZone', isTimeZone(profile.timeZone), 'organization.time_zone_unknown');
  check('retentionYears', Number.isInteger(profile.retentionYears) && profile.retentionYears >= 2 && profile.retentionYears <= 100, 'organization.retention_out_of_range');
  return found;
}

/**
 * The first of the 13 digits checks the other twelve: 9 minus the remainder by 9 of their sum, every second one from the right doubled
 * (法人番号の指定等に関する省令 第2条).
 */
export function isCorporateNumber(text: string): boolean {
  return /^[1-9][0-9]{12}$/.test(text) && text === corporateNumberOf(text.slice(1));
}

/** A whole corporate number from its twelve base digits. */
export function corporateNumberOf(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 2 : 1), 0);
  return `${9 - (sum % 9)}${twelve}`;
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}
