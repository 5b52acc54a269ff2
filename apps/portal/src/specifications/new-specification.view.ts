import type { EditionOverview, PublishedEdition } from '@libs/catalog';
import type { SpecificationOverviewLine } from '@libs/insight';
import type { Bilingual } from '@pure/catalog';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { criticalities } from './basics.view.js';
import type { ChoiceView } from './basics.view.js';

export const STARTS = ['catalog', 'copy', 'empty', 'item'] as const;
export type Start = (typeof STARTS)[number];

interface Offer { readonly id: string; readonly title: Bilingual; readonly chosen: boolean; readonly status: string; readonly count: TextRef }
export interface NewSpecificationView {
  readonly form: FormView;
  readonly criticalities: readonly ChoiceView[];
  readonly start: string;
  readonly startError: TextRef | null;
  readonly catalogs: readonly Offer[];
  readonly checklists: readonly Offer[];
  readonly editions: readonly { readonly id: string; readonly name: Bilingual; readonly chosen: boolean }[];
  /** An item that somebody came with from a catalogue. */
  readonly item: { readonly editionId: string; readonly code: string; readonly title: Bilingual } | null;
  /** Drafts the item could go into instead. */
  readonly drafts: readonly { readonly action: string; readonly number: string; readonly title: Bilingual }[];
}

export interface Offered {
  readonly catalogs: readonly EditionOverview[];
  readonly lines: readonly SpecificationOverviewLine[];
  readonly item: { readonly edition: PublishedEdition; readonly code: string } | null;
}
export interface NewTyped {
  readonly title?: string; readonly titleEn?: string; readonly scope?: string; readonly criticality?: string; readonly start?: string;
  readonly catalog?: readonly string[]; readonly checklist?: readonly string[]; readonly copyOf?: string;
}

export function newSpecificationView({ catalogs, lines, item }: Offered, typed: NewTyped, problems: readonly Problem[] = []): NewSpecificationView {
  const ticked = typed.catalog ?? [];
  const checks = catalogs.filter(({ checks: count }) => count > 0);
  return {
    form: formView(['title', 'titleEn', 'scope', 'criticality', 'start', 'catalog', 'copyOf'], { criticality: 'middle', ...typed }, problems), criticalities,
    start: typed.start ?? (item ? 'item' : 'catalog'), startError: problems.find(({ field }) => field === 'start' || field === 'catalog' || field === 'copyOf' || field === 'requirements')?.text ?? null,
    catalogs: catalogs.filter(({ listed }) => listed > 0).map((one, index) => offer(one, ticked.length > 0 ? ticked.includes(one.id) : index === 0, 'portal_specifications.offer_items', one.known)),
    checklists: checks.map((one) => offer(one, typed.checklist === undefined || typed.checklist.includes(one.id), 'portal_specifications.offer_checks', one.checks)),
    editions: lines.filter(({ editionId }) => editionId !== null).map((line) => ({
      id: line.editionId!, chosen: line.editionId === typed.copyOf,
      name: { ja: `${line.number} 第${line.approvedEdition}版 ${line.title.ja}`, en: `${line.number} edition ${line.approvedEdition} ${line.title.en}` } })),
    item: item && itemOf(item), drafts: item ? lines.filter(({ state }) => state === 'draft').map(({ id, number, title }) => ({ action: `/specifications/drafts/${id}/additions`, number, title })) : [],
  };
}

function offer(one: EditionOverview, chosen: boolean, key: string, count: number): Offer {
  return { id: one.id, title: one.title, chosen, status: `catalog.status.${one.status}`, count: text(key, { count }) };
}

function itemOf({ edition: { id, document }, code }: NonNullable<Offered['item']>): NewSpecificationView['item'] {
  const record = [...document.requirements, ...document.checklist ?? []].find((one) => one.code === code);
  return record ? { editionId: id, code, title: record.title } : null;
}
