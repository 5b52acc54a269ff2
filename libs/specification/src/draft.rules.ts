import { FACT_NAMES, METHODS, NECESSITIES, askableItems } from '@pure/catalog';
import type { Bilingual, EditionDocument, FactName, Method, Necessity } from '@pure/catalog';
import { FormReader } from '@platform-pure/forms';
import { CRITICALITIES } from './target-level.rules.js';
import type { Criticality } from './target-level.rules.js';

/** 規定文書名: what the requirements become part of (S003 表11). */
export const GOVERNING_DOCUMENTS = ['purchase_spec', 'outsourcing_spec', 'contract'] as const;
export type GoverningDocument = (typeof GOVERNING_DOCUMENTS)[number];

/** One chosen requirement. What is left out is inherited from the catalogue's edition, so that changing the criticality still moves the defaults. */
export interface RequirementChoice {
  readonly editionId: string;
  readonly code: string;
  readonly necessity?: Necessity;
  readonly condition?: FactName | null;
  readonly requiredLevel?: number | null;
  readonly criterion?: Bilingual;
  readonly method?: Method;
  readonly evidenceKinds?: readonly Bilingual[];
  readonly rationale?: Bilingual;
}

export interface ChecklistChoice {
  readonly editionId: string;
  readonly code: string;
  readonly necessity?: Necessity;
  readonly condition?: FactName | null;
}

export interface SpecificationDraft {
  readonly title: Bilingual;
  readonly governingDocument: GoverningDocument;
  readonly department: string | null;
  readonly contact: { readonly name: string; readonly email: string } | null;
  readonly criticality: Criticality;
  /** 適用範囲: which goods, which plant, which work. */
  readonly scope: string;
  readonly requirements: readonly RequirementChoice[];
  readonly checklist: readonly ChecklistChoice[];
}

export type DraftInput = Partial<Omit<SpecificationDraft, 'title'>> & { readonly title?: { readonly ja: string; readonly en?: string } };

const EMPTY: SpecificationDraft = {
  title: { ja: '', en: '' }, governingDocument: 'purchase_spec', department: null, contact: null, criticality: 'middle', scope: '',
  requirements: [], checklist: [],
};

/** The draft with the given parts replaced. Gaps are fine in a draft; nonsense throws `specification.draft_invalid` with its fields. */
export function writeDraft(input: DraftInput, before: SpecificationDraft = EMPTY): SpecificationDraft {
  const form = new FormReader();
  const given = { ...before, ...defined(input) };
  const ja = form.optionalText('title', given.title.ja, 200) ?? '';
  const draft: SpecificationDraft = {
    title: { ja, en: form.optionalText('titleEn', given.title.en, 200) ?? ja },
    governingDocument: form.oneOf('governingDocument', given.governingDocument, GOVERNING_DOCUMENTS),
    department: form.optionalText('department', given.department, 100),
    contact: given.contact && { name: form.text('contact.name', given.contact.name, 100), email: form.email('contact.email', given.contact.email) ?? '' },
    criticality: form.oneOf('criticality', given.criticality, CRITICALITIES),
    scope: form.optionalText('scope', given.scope, 2000) ?? '',
    requirements: given.requirements.map((choice) => readRequirement(form, choice)),
    checklist: given.checklist.map((choice) => readChecklist(form, choice)),
  };
  if (draft.contact && draft.contact.email === '') form.wrong('contact.email', 'common.required');
  form.finish('specification.draft_invalid');
  return draft;
}

function readRequirement(form: FormReader, choice: RequirementChoice): RequirementChoice {
  const at = `requirements.${choice.code}`;
  return { ...readChecklist(form, choice, at), ...defined({
    requiredLevel: choice.requiredLevel,
    criterion: bilingual(form, `${at}.criterion`, choice.criterion, 1000),
    method: choice.method && form.oneOf(`${at}.method`, choice.method, METHODS),
    evidenceKinds: choice.evidenceKinds?.map((kind) => bilingual(form, `${at}.evidenceKinds`, kind, 200)).filter((kind) => kind.ja !== ''),
    rationale: bilingual(form, `${at}.rationale`, choice.rationale, 1000),
  }) };
}

function readChecklist(form: FormReader, choice: ChecklistChoice, at = `checklist.${choice.code}`): ChecklistChoice {
  return { editionId: choice.editionId, code: choice.code, ...defined({
    necessity: choice.necessity && form.oneOf(`${at}.necessity`, choice.necessity, NECESSITIES),
    condition: choice.condition && form.oneOf(`${at}.condition`, choice.condition, FACT_NAMES),
  }) };
}

/** An English text that nobody wrote is the Japanese one: both sides read the same words rather than none. */
function bilingual<T extends Bilingual | undefined>(form: FormReader, field: string, value: T, max: number): T {
  if (value === undefined) return value;
  const ja = form.optionalText(field, value.ja, max) ?? '';
  return { ja, en: form.optionalText(field, value.en, max) ?? ja } as T;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

/** Everything of an edition that can be asked of a supplier, with inherited values: a first specification within minutes (domain.md §0b.15). */
export function chooseAll(editionId: string, document: EditionDocument): RequirementChoice[] {
  return askableItems(document).filter((item) => item.subject !== 'buyer_process').map((item) => ({ editionId, code: item.code }));
}

export function chooseChecklist(editionId: string, document: EditionDocument): ChecklistChoice[] {
  return (document.checklist ?? []).map((item) => ({ editionId, code: item.code }));
}
