import type { OrganizationRow } from '@libs/organization';
import { DISCLOSURE_CLASSES } from '@pure/organization';
import type { Language } from '@platform-pure/tenancy';
import { fact, phrase, word, words } from '../web/cells.view.js';
import type { FactView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { zoneChoices } from '../profile/time-zones.rules.js';

interface Choice { readonly value: string; readonly label: TextRef | string }

export interface OrganizationView {
  readonly facts: readonly FactView[];
  /** Null for who may only read. */
  readonly form: FormView | null;
  readonly prefix: string | null;
  readonly version: number;
  readonly languages: readonly Choice[];
  readonly zones: readonly Choice[];
  readonly classes: readonly Choice[];
  readonly policy: FormView | null;
  readonly persons: readonly Choice[];
}

const FIELDS = ['name', 'nameEn', 'address', 'corporateNumber', 'certificatePrefix', 'timeZone', 'defaultLanguage', 'disclosureClass', 'retentionYears'];
const key = (name: string): string => `organization.profile.${name}`;

export function organizationView(row: OrganizationRow, may: { readonly change: boolean; readonly policy: boolean }, now: Date, refused?: { readonly typed: object; readonly problems: readonly Problem[] }): OrganizationView {
  const shown = { ...row, retentionYears: String(row.retentionYears) };
  const persons = row.signOffPolicy.threePersons ? 'three' : 'two';
  return {
    facts: factsOf(row), form: may.change ? formView(FIELDS, refused?.typed ?? shown, refused?.problems) : null, prefix: row.certificatePrefix, version: row.version,
    languages: (['ja', 'en'] as const satisfies readonly Language[]).map((value) => ({ value, label: text(`common.nav.language_${value}`) })), zones: zoneChoices(row.timeZone, now),
    classes: DISCLOSURE_CLASSES.map((value) => ({ value, label: text(`organization.disclosure.${value}`) })),
    policy: may.policy ? formView(['persons'], { persons }) : null,
    persons: [{ value: 'two', label: text('organization.sign_off.two_persons') }, { value: 'three', label: text('organization.sign_off.three_persons') }],
  };
}

function factsOf(row: OrganizationRow): FactView[] {
  return [
    fact(key('name'), words(row.name, row.nameEn)), fact(key('address'), words(row.address)), fact(key('corporate_number'), words(row.corporateNumber ?? '–')),
    fact(key('certificate_prefix'), words(row.certificatePrefix ?? '–')), fact(key('time_zone'), words(row.timeZone)), fact(key('default_language'), word(`common.nav.language_${row.defaultLanguage}`)),
    fact(key('disclosure_class'), word(`organization.disclosure.${row.disclosureClass}`)), fact(key('retention_years'), words(String(row.retentionYears))),
    fact('organization.sign_off.title', phrase(row.signOffPolicy.threePersons ? 'organization.sign_off.three_persons' : 'organization.sign_off.two_persons')),
  ];
}
