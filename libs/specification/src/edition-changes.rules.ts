import type { SpecificationDraft } from './draft.rules.js';
import type { ResolvedDraft } from './resolve.rules.js';
import type { SpecChecklistItem, SpecRequirement, SpecificationDocument } from './specification.document.js';

/** Parts of an item that an approver must see when they change; what comes from the catalogue alone cannot change within its edition. */
export const ITEM_PARTS = ['title', 'necessity', 'condition', 'requiredLevel', 'criterion', 'method', 'evidenceKinds', 'rationale'] as const;
export const CHECK_PARTS = ['title', 'necessity', 'condition', 'gate', 'owner', 'methods', 'evidence'] as const;
export const BASIC_PARTS = ['title', 'scope', 'criticality', 'governingDocument', 'department', 'contact'] as const;

/** One part before and after, as it stands in the documents. */
export interface PartChange<P extends string> { readonly part: P; readonly before: unknown; readonly after: unknown }
export interface ItemChanges<T, P extends string> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly item: T; readonly parts: readonly PartChange<P>[] }[];
  readonly unchanged: number;
  /** The items that both have stand in another order. */
  readonly reordered: boolean;
}

export interface EditionChanges {
  readonly basics: readonly PartChange<(typeof BASIC_PARTS)[number]>[];
  readonly requirements: ItemChanges<SpecRequirement, (typeof ITEM_PARTS)[number]>;
  readonly checklist: ItemChanges<SpecChecklistItem, (typeof CHECK_PARTS)[number]>;
  /** Catalogues that are named with another edition than before. */
  readonly catalogs: readonly { readonly key: string; readonly before: string; readonly after: string }[];
}

type Basics = Record<(typeof BASIC_PARTS)[number], unknown>;

/** What an approver decides about: the draft beside the edition before it. Without one, everything is new. */
export function editionChanges(before: SpecificationDocument | null, draft: SpecificationDraft, resolved: Pick<ResolvedDraft, 'requirements' | 'checklist' | 'catalogs'>): EditionChanges {
  return {
    basics: before ? partChanges(basicsOfDocument(before), draft, BASIC_PARTS) : [],
    requirements: itemChanges(before?.requirements ?? [], resolved.requirements, ITEM_PARTS),
    checklist: itemChanges(before?.checklist ?? [], resolved.checklist, CHECK_PARTS),
    catalogs: (before?.catalogs ?? []).flatMap((old) => {
      const now = resolved.catalogs.find(({ key }) => key === old.key);
      return now && now.edition !== old.edition ? [{ key: old.key, before: old.edition, after: now.edition }] : [];
    }),
  };
}

function basicsOfDocument({ title, scope, criticality, governingDocument, buyer: { department, contact } }: SpecificationDocument): Basics {
  return { title, scope, criticality, governingDocument, department, contact };
}

function itemChanges<T extends { readonly key: string }, P extends string>(before: readonly T[], after: readonly T[], parts: readonly P[]): ItemChanges<T, P> {
  const [was, is] = [new Map(before.map((item) => [item.key, item])), new Map(after.map((item) => [item.key, item]))];
  const both = after.filter(({ key }) => was.has(key));
  const changed = both.map((item) => ({ item, parts: partChanges(was.get(item.key)!, item, parts) })).filter((one) => one.parts.length > 0);
  const kept = before.filter(({ key }) => is.has(key));
  return {
    added: after.filter(({ key }) => !was.has(key)), removed: before.filter(({ key }) => !is.has(key)), changed, unchanged: both.length - changed.length,
    reordered: kept.some(({ key }, index) => key !== both[index]!.key),
  };
}

function partChanges<P extends string>(before: object, after: object, parts: readonly P[]): PartChange<P>[] {
  const [was, is] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
  return parts.filter((part) => !alike(was[part], is[part])).map((part) => ({ part, before: was[part], after: is[part] }));
}

/** By value; the order of an object's keys says nothing. */
function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [x, y] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return x.length === Object.keys(b).length && x.every(([key, value]) => alike(value, y[key]));
}
