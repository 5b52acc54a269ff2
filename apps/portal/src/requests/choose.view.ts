import type { SpecificationLine } from '@libs/specification';
import type { Addressee } from './addressees.js';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

/** More than this is looked for by name, not scrolled through. */
const SHOWN = 100;

export interface ChooseInput {
  readonly specifications: readonly SpecificationLine[];
  readonly specification: string;
  readonly addressees: readonly Addressee[];
  readonly chosen: readonly string[];
  readonly search: string;
  /** Everybody who is shown is ticked. */
  readonly all?: boolean;
  readonly problem: TextRef | null;
}

interface ChoiceRow { readonly id: string; readonly code: string; readonly name: string; readonly place: string; readonly checked: boolean; readonly way: TextRef; readonly reached: boolean }
export interface ChooseView {
  readonly editions: readonly { readonly value: string; readonly label: { readonly ja: string; readonly en: string }; readonly chosen: boolean }[];
  readonly suppliers: readonly ChoiceRow[];
  readonly own: readonly ChoiceRow[];
  readonly search: string;
  readonly chosenCount: number;
  readonly shownCount: number;
  readonly more: TextRef | null;
  readonly problem: TextRef | null;
  readonly noSuppliers: boolean;
}

/** Who has been ticked stays on the page, whatever is looked for. */
export function chooseView({ specifications, specification, addressees, chosen, search, all, problem }: ChooseInput): ChooseView {
  const wanted = search.toLowerCase();
  const matches = ({ code, name, place }: Addressee): boolean => `${code} ${name} ${place}`.toLowerCase().includes(wanted);
  const ticked = new Set(chosen);
  const rows = addressees.filter((one) => !one.own && (ticked.has(one.id) || matches(one))).sort((a, b) => Number(ticked.has(b.id)) - Number(ticked.has(a.id)));
  if (all) for (const { id } of rows.slice(0, SHOWN)) ticked.add(id);
  const approved = specifications.filter((one) => one.latestEditionId !== null);
  return {
    editions: approved.map((one) => ({ value: one.latestEditionId!, label: { ja: `${one.number}　${one.title.ja}`, en: `${one.number}: ${one.title.en ?? one.title.ja}` }, chosen: one.latestEditionId === specification || approved.length === 1 })),
    suppliers: rows.slice(0, SHOWN).map((one) => row(one, ticked)), own: addressees.filter((one) => one.own).map((one) => row(one, ticked)), search,
    chosenCount: ticked.size, shownCount: Math.min(rows.length, SHOWN), more: rows.length > SHOWN ? text('portal.table.more', { count: rows.length - SHOWN }) : null, problem,
    noSuppliers: !addressees.some((one) => !one.own),
  };
}

const row = (one: Addressee, ticked: ReadonlySet<string>): ChoiceRow => ({
  id: one.id, code: one.code, name: one.name, place: one.place, checked: ticked.has(one.id), way: wayTo(one), reached: one.own || one.joined || one.contactEmail !== null });

/** How a request reaches them, in words. */
export function wayTo({ own, joined, contactEmail }: Addressee): TextRef {
  if (own) return text('portal_requests.way.own');
  if (joined) return text('portal_requests.way.joined');
  return contactEmail === null ? text('portal_requests.way.unreachable') : text('portal_requests.way.invitation', { address: contactEmail });
}
