import type { Bilingual, ChecklistItemRecord, RequirementRecord } from '@pure/catalog';
import type { ChecklistChoice, RequirementChoice, SpecificationDraft } from './draft.rules.js';

/** The two lists of a draft that are chosen from catalogues. */
export const DRAFT_LISTS = ['requirements', 'checklist'] as const;
export type DraftList = (typeof DRAFT_LISTS)[number];
export interface ItemName { readonly editionId: string; readonly code: string }

const isNamed = (name: ItemName) => (choice: ItemName): boolean => choice.editionId === name.editionId && choice.code === name.code;
export const sameItem = (a: ItemName, b: ItemName): boolean => isNamed(a)(b);

/**
 * Adds and removes items; what is chosen already, and what somebody else chose meanwhile, stays with its values and its place. A new item
 * stands where its catalogue has it among the items of the same catalogue (`order`: the codes of the edition), or at the end.
 */
export function chooseItems<T extends ItemName>(items: readonly T[], { editionId, add, remove, order }: ItemsChosen): (T | ItemName)[] {
  const left: (T | ItemName)[] = items.filter((item) => !(item.editionId === editionId && remove.includes(item.code)));
  const rank = (code: string): number => order.indexOf(code);
  for (const code of [...add].sort((a, b) => rank(a) - rank(b))) {
    if (left.some(isNamed({ editionId, code }))) continue;
    const before = left.findLastIndex((item) => item.editionId === editionId && rank(item.code) < rank(code));
    const first = left.findIndex((item) => item.editionId === editionId);
    const place = before >= 0 ? before + 1 : first >= 0 ? first : left.length;
    left.splice(place, 0, { editionId, code });
  }
  return left;
}

export interface ItemsChosen {
  readonly editionId: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Every code of the edition, in its own order. */
  readonly order: readonly string[];
}

/** Puts the items into the order of the given ranks; one without a rank (chosen meanwhile) keeps its place behind the one before it. */
export function arrangeItems<T extends ItemName>(items: readonly T[], ranks: ReadonlyMap<string, number>): T[] {
  let last = Number.NEGATIVE_INFINITY;
  const ranked = items.map((item) => {
    last = ranks.get(nameOf(item)) ?? last;
    return { item, rank: last };
  });
  return ranked.map((one, index) => ({ ...one, index })).sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ item }) => item);
}

export const nameOf = ({ editionId, code }: ItemName): string => `${editionId}:${code}`;

/** What a person may set for an item; a text left empty is the catalogue's own again. */
export type ItemValues = Partial<Omit<RequirementChoice, 'editionId' | 'code'>>;

/**
 * The item with these values, holding only what differs from its catalogue: an own value that equals the inherited one is no own value, so
 * that the page can tell which reasons somebody thought about (domain.md §0.4).
 */
export function changeRequirement(choice: RequirementChoice, values: ItemValues, record: RequirementRecord): RequirementChoice {
  const { defaults } = record;
  const next = { ...choice, ...values };
  const own: RequirementChoice = {
    editionId: choice.editionId, code: choice.code,
    ...differing('necessity', next.necessity, record.necessity), ...differing('condition', next.condition, record.condition),
    ...(next.requiredLevel === undefined || next.requiredLevel === null ? {} : { requiredLevel: next.requiredLevel }),
    ...wording('criterion', choice.criterion ?? defaults.criterion, next.criterion, defaults.criterion),
    ...differing('method', next.method, defaults.method),
    ...kinds(next.evidenceKinds, defaults.evidenceKinds),
    ...wording('rationale', choice.rationale ?? defaults.rationale, next.rationale, defaults.rationale),
  };
  return own;
}

export function changeCheck(choice: ChecklistChoice, values: ItemValues, record: ChecklistItemRecord): ChecklistChoice {
  const next = { ...choice, ...values };
  return {
    editionId: choice.editionId, code: choice.code,
    ...differing('necessity', next.necessity, record.necessity), ...differing('condition', next.condition, record.condition),
  };
}

const same = (a: Bilingual, b: Bilingual): boolean => a.ja === b.ja && a.en === b.en;
const trimmed = ({ ja, en }: Bilingual): Bilingual => ({ ja: ja.trim(), en: en.trim() });

function differing<K extends string, V>(name: K, value: V | undefined, inherited: V): Partial<Record<K, V>> {
  return value === undefined || value === inherited ? {} : { [name]: value } as Partial<Record<K, V>>;
}

/** Whoever rewords the Japanese and leaves the English as it was would keep a translation of something else: then both are the new words. */
function wording<K extends string>(name: K, before: Bilingual, value: Bilingual | undefined, inherited: Bilingual): Partial<Record<K, Bilingual>> {
  if (value === undefined) return {};
  const typed = trimmed(value);
  if (typed.ja === '' || same(typed, inherited)) return {};
  const stale = typed.en === '' || (typed.ja !== before.ja && typed.en === before.en);
  return { [name]: stale ? { ja: typed.ja, en: typed.ja } : typed } as Partial<Record<K, Bilingual>>;
}

function kinds(value: readonly Bilingual[] | undefined, inherited: readonly Bilingual[]): Pick<RequirementChoice, 'evidenceKinds'> {
  const typed = value?.map(trimmed).filter(({ ja }) => ja !== '') ?? [];
  const unchanged = typed.length === inherited.length && typed.every((kind, index) => same(kind, inherited[index]!));
  return typed.length === 0 || unchanged ? {} : { evidenceKinds: typed };
}

/** The first page of a draft: everything but what is chosen from catalogues. */
export type DraftBasics = Omit<SpecificationDraft, DraftList>;

export function basicsOf({ title, governingDocument, department, contact, criticality, scope }: SpecificationDraft): DraftBasics {
  return { title, governingDocument, department, contact, criticality, scope };
}

/** Whose reason is still the catalogue's: the buyer ought to say why it asks this supplier for it (domain.md §0.4). */
export function withInheritedRationale(draft: Pick<SpecificationDraft, 'requirements'>): RequirementChoice[] {
  return draft.requirements.filter((choice) => choice.rationale === undefined);
}
