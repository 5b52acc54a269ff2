import { FormReader } from '@platform-pure/forms';
import { DomainError, invalid } from '@platform-pure/errors';
import type { FieldError } from '@platform-pure/errors';
import type { FactName, Facts } from '@pure/catalog';
import { readRecipients, readRequest, splitAddresses } from '@pure/request';
import type { SendRequestInput } from '@pure/request';

/** What a sending form says, whoever it goes to. */
export interface SaidAtSending {
  readonly specification: string;
  readonly sites: readonly string[];
  readonly recipients: readonly string[];
  readonly dueOn: string;
  readonly note: string | null;
  readonly facts: Facts;
  readonly level: { readonly secrets?: boolean; readonly stoppage?: boolean; readonly reach?: boolean; readonly level?: 3 | 4; readonly reason: string | null };
  readonly sending: string;
}

interface Typed {
  readonly specification?: string; readonly site: readonly string[]; readonly recipients: readonly string[]; readonly dueOn?: string; readonly noteJa?: string; readonly noteEn?: string;
  readonly secrets?: string; readonly stoppage?: string; readonly reach?: string; readonly level?: string; readonly levelReason?: string; readonly sending?: string;
}

const yes = (value: string | undefined): boolean | undefined => (value === 'yes' ? true : value === 'no' ? false : undefined);

/** The covering note is one text for its reader: Japanese first, English below. */
export function noteOf(ja: string | undefined, en: string | undefined): string | null {
  const parts = [ja, en].map((part) => part?.trim() ?? '').filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('\n\n');
}

export function said(form: Typed, facts: Facts): SaidAtSending {
  const level = form.level === '3' ? 3 : form.level === '4' ? 4 : undefined;
  return {
    specification: form.specification ?? '', sites: [...new Set(form.site)], recipients: form.site.map((_, index) => form.recipients[index] ?? ''), dueOn: form.dueOn ?? '', facts,
    note: noteOf(form.noteJa, form.noteEn), sending: form.sending ?? '',
    level: { secrets: yes(form.secrets), stoppage: yes(form.stoppage), reach: yes(form.reach), level, reason: form.levelReason?.trim() || null },
  };
}

/** What is sent to one addressee. */
export function inputFor({ specification, sites, recipients, dueOn, note, facts, level, sending }: SaidAtSending, siteId: string, own: boolean): SendRequestInput {
  return {
    specificationEditionId: specification, ...(own ? { ownSiteId: siteId } : { supplierSiteId: siteId }), dueOn, note, facts, sendingId: sending,
    levelDecision: level as SendRequestInput['levelDecision'], recipients: splitAddresses(recipients[sites.indexOf(siteId)] ?? ''),
  };
}

const FIELDS: Readonly<Record<string, string>> = {
  'levelDecision.secrets': 'secrets', 'levelDecision.stoppage': 'stoppage', 'levelDecision.reach': 'reach', 'levelDecision.level': 'level', 'levelDecision.reason': 'levelReason', note: 'noteJa',
};
const fieldOf = (field: string): string => FIELDS[field] ?? field.replace(/^facts\./, 'fact_');

/** The name of an addressee's own field: a problem with one list of addresses stands at that list. */
export const recipientsField = (index: number): string => `recipients-${index}`;

/** Everything the verb would refuse, under the names of the form's fields. @throws invalid `request.request_invalid` */
export function checkSending(form: SaidAtSending, asked: readonly FactName[], today: string): void {
  const problems: FieldError[] = problemsOf(() => readRequest({ ...inputFor(form, form.sites[0] ?? '', false), supplierSiteId: 'x', recipients: [] }, asked, today));
  const addresses = form.recipients.flatMap((list, index) => {
    const reader = new FormReader();
    readRecipients(reader, recipientsField(index), [list]);
    return reader.problems;
  });
  const all = [...problems.map((problem) => ({ ...problem, field: fieldOf(problem.field) })), ...addresses];
  if (all.length > 0) throw invalid('request.request_invalid', { count: all.length }, all);
}

function problemsOf(work: () => void): FieldError[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [...error.fields];
    throw error;
  }
}
