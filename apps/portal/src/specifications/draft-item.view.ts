import type { PublishedEdition } from '@libs/catalog';
import type { Bilingual } from '@pure/catalog';
import type { RequirementChoice, SpecRequirement } from '@pure/specification';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import { conditions, conditionOf, levelOf, levels, methodOf, methods, necessities, necessityOf } from './choices.view.js';
import type { ChoiceView } from './choices.view.js';
import { differences, valueWords } from './conflict.view.js';
import type { ConflictView, Values } from './conflict.view.js';
import { draftPath, itemPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';

const FIELDS = ['necessity', 'condition', 'requiredLevel', 'criterion', 'criterionEn', 'method', 'evidence', 'evidenceEn', 'rationale', 'rationaleEn'];
const LABELS = {
  necessity: 'catalog.necessity', condition: 'catalog.condition', requiredLevel: 'specification.print.level', criterion: 'specification.print.criterion', criterionEn: 'portal_specifications.criterion_en',
  method: 'specification.print.method', evidence: 'specification.print.evidence', evidenceEn: 'portal_specifications.evidence_en', rationale: 'specification.print.rationale', rationaleEn: 'portal_specifications.rationale_en',
};

export interface DraftItemView {
  readonly item: { readonly key: string; readonly code: string; readonly title: Bilingual; readonly official: string | null; readonly group: Bilingual; readonly subject: string; readonly track: string };
  readonly action: string;
  readonly catalogItem: string;
  readonly position: number;
  readonly of: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly back: string;
  readonly form: FormView;
  readonly seen: string;
  readonly necessities: readonly ChoiceView[];
  readonly conditions: readonly ChoiceView[];
  readonly levels: readonly ChoiceView[] | null;
  readonly methods: readonly ChoiceView[];
  readonly standard: { readonly criterion: Bilingual; readonly evidence: readonly Bilingual[]; readonly rationale: Bilingual };
  /** Which texts are the specification's own. */
  readonly own: { readonly criterion: boolean; readonly evidence: boolean; readonly rationale: boolean };
  readonly conflict: ConflictView | null;
}

export interface OpenItem { readonly index: number; readonly choice: RequirementChoice; readonly item: SpecRequirement; readonly edition: PublishedEdition }

export function openItem(open: OpenDraft, key: string): OpenItem | null {
  const index = open.reading.requirements.findIndex((item) => item.key === key);
  const choice = open.specification.draft.requirements[index];
  const edition = open.editions.find(({ id }) => id === choice?.editionId);
  return choice && edition ? { index, choice, edition, item: open.reading.requirements[index]! } : null;
}

/** One requirement with everything that is asked of the supplier, and what the catalogue says beside it. */
export function draftItemView(open: OpenDraft, { index, choice, item, edition }: OpenItem, digest: string, typed?: Values & { readonly seen: string }, problems: readonly Problem[] = []): DraftItemView {
  const { draft, id } = open.specification;
  const saved = savedItem(choice, item);
  const all = open.reading.requirements;
  const to = (at: number): string | null => all[at] ? itemPath(id, all[at].key) : null;
  const { defaults } = edition.document.requirements.find(({ code }) => code === item.code)!;
  return {
    item: { key: item.key, code: item.code, title: item.title, official: item.officialText, group: item.group, subject: `catalog.subject.${item.subject}`, track: `catalog.track.${item.track}` },
    action: itemPath(id, item.key), catalogItem: `/catalogs/${edition.id}/items/${encodeURIComponent(item.code)}`,
    position: index + 1, of: all.length, previous: to(index - 1), next: to(index + 1), back: `${draftPath(id)}/details`, seen: digest,
    form: formView(FIELDS, typed ?? saved, problems.map((problem) => ({ ...problem, field: problem.field && fieldOf(problem.field) }))),
    necessities, conditions, methods, levels: levels(open.reading.scales[item.catalogKey], item.necessity, draft.criticality),
    standard: { criterion: defaults.criterion, evidence: defaults.evidenceKinds, rationale: defaults.rationale },
    own: { criterion: choice.criterion !== undefined, evidence: choice.evidenceKinds !== undefined, rationale: choice.rationale !== undefined },
    conflict: typed && typed.seen !== digest ? { rows: differences(item.code, LABELS, typed, saved, valueWords) } : null,
  };
}

/** `requirements.1-4.evidenceKinds` → `evidence`. */
function fieldOf(field: string): string {
  const last = field.split('.').at(-1)!;
  return last === 'evidenceKinds' ? 'evidence' : last;
}

function savedItem(choice: RequirementChoice, item: SpecRequirement): Values {
  return {
    necessity: item.necessity, condition: item.condition ?? '', requiredLevel: choice.requiredLevel ? String(choice.requiredLevel) : '',
    criterion: item.criterion.ja, criterionEn: item.criterion.en, method: item.method,
    evidence: item.evidenceKinds.map(({ ja }) => ja).join('\n'), evidenceEn: item.evidenceKinds.map(({ en }) => en).join('\n'),
    rationale: item.rationale.ja, rationaleEn: item.rationale.en,
  };
}

/** The form as the verb wants it. Kinds of evidence stand one to a line, the English ones beside them line by line. */
export function itemTyped(typed: Values): Partial<Omit<RequirementChoice, 'editionId' | 'code'>> {
  const lines = (value = ''): string[] => value.split(/\r?\n/).map((line) => line.trim());
  const english = lines(typed.evidenceEn).filter((line) => line !== '');
  const kinds = lines(typed.evidence).filter((line) => line !== '').map((ja, index) => ({ ja, en: english[index] ?? ja }));
  return {
    necessity: necessityOf(typed.necessity), condition: conditionOf(typed.condition), requiredLevel: levelOf(typed.requiredLevel), method: methodOf(typed.method),
    criterion: { ja: typed.criterion ?? '', en: typed.criterionEn ?? '' }, evidenceKinds: kinds, rationale: { ja: typed.rationale ?? '', en: typed.rationaleEn ?? '' },
  };
}
