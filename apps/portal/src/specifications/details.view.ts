import type { Bilingual } from '@pure/catalog';
import type { RequirementChoice } from '@pure/specification';
import { shownWords } from '../catalogs/catalog-words.view.js';
import type { TextRef } from '../web/text.rules.js';
import { conditions, levels, necessities } from './choices.view.js';
import type { ChoiceView } from './choices.view.js';
import { differences, valueWords } from './conflict.view.js';
import type { ConflictView, Values } from './conflict.view.js';
import { itemPath, problemLinks } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';

export interface Picked { readonly value: string; readonly choices: readonly ChoiceView[] }
export interface DetailRow {
  readonly key: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly href: string;
  readonly seen: string;
  /** What the fields said when they were drawn: {@link wasOf}. */
  readonly was: string;
  readonly necessity: Picked;
  readonly condition: Picked;
  readonly level: Picked | null;
  readonly ownRationale: boolean;
  readonly missing: readonly TextRef[];
}
export interface DetailsView {
  readonly necessities: readonly ChoiceView[];
  readonly groups: readonly { readonly id: string; readonly catalog: Bilingual; readonly name: Bilingual; readonly rows: readonly DetailRow[] }[];
  readonly inherited: number;
  readonly conflict: ConflictView | null;
  readonly problems: readonly { readonly text: TextRef; readonly href: string }[];
  readonly only: boolean;
  readonly choose: string;
}

/** What was typed for one item in the table, with the digest of what it was drawn from. */
export interface DetailTyped extends Values { readonly seen: string; readonly was: string; readonly necessity: string; readonly condition: string; readonly requiredLevel: string }
export const wasOf = ({ necessity, condition, requiredLevel = '' }: Values): string => [necessity, condition, requiredLevel].join('|');
const LABELS = { necessity: 'catalog.necessity', condition: 'catalog.condition', requiredLevel: 'specification.print.level' };

/** Necessity, condition and level of every chosen requirement on one page. `only`: just those whose reason is still the catalogue's. */
export function detailsView(open: OpenDraft, digest: (choice: object) => string, { typed = new Map(), problems = [], only = false }: {
  readonly typed?: ReadonlyMap<string, DetailTyped>; readonly problems?: DetailsView['problems']; readonly only?: boolean } = {}): DetailsView {
  const { draft, id } = open.specification;
  const conflicts: ConflictView['rows'][number][] = [];
  const groups = new Map<string, { catalog: Bilingual; name: Bilingual; rows: DetailRow[] }>();
  draft.requirements.forEach((choice, index) => {
    if (only && choice.rationale !== undefined) return;
    const row = detailRow(open, choice, index, digest(choice), typed);
    const given = typed.get(row.key);
    if (given && given.seen !== row.seen) conflicts.push(...differences(row.code, LABELS, given, saved(open, choice, index), valueWords));
    const { catalogKey, group } = open.reading.requirements[index]!;
    const catalog = open.reading.catalogs.find(({ key }) => key === catalogKey)!.title;
    const name = `${catalogKey}\n${group.ja}`;
    groups.set(name, { catalog, name: group, rows: [...(groups.get(name)?.rows ?? []), row] });
  });
  return {
    necessities, inherited: draft.requirements.filter((choice) => choice.rationale === undefined).length, only, choose: `/specifications/drafts/${id}/requirements`,
    groups: [...groups.values()].map((group, index) => ({ id: `g${index + 1}`, ...group })), conflict: conflicts.length > 0 ? { rows: conflicts } : null, problems,
  };
}

function saved(open: OpenDraft, choice: RequirementChoice, index: number): Values {
  const { necessity, condition } = open.reading.requirements[index]!;
  return { necessity, condition: condition ?? '', requiredLevel: choice.requiredLevel ? String(choice.requiredLevel) : '' };
}

function detailRow(open: OpenDraft, choice: RequirementChoice, index: number, seen: string, typed: ReadonlyMap<string, DetailTyped>): DetailRow {
  const item = open.reading.requirements[index]!;
  const { id, draft } = open.specification;
  const values = { ...saved(open, choice, index), ...typed.get(item.key) } as DetailTyped;
  const scale = levels(open.reading.scales[item.catalogKey], item.necessity, draft.criticality);
  return {
    key: item.key, code: item.code, title: shownWords(item), href: itemPath(id, item.key), seen, was: wasOf(saved(open, choice, index)), ownRationale: choice.rationale !== undefined,
    necessity: { value: values.necessity, choices: necessities }, condition: { value: values.condition, choices: conditions },
    level: scale && { value: values.requiredLevel, choices: scale },
    missing: problemLinks(id, open.reading.problems.filter(({ params }) => params?.key === item.key)).map(({ text }) => text),
  };
}
