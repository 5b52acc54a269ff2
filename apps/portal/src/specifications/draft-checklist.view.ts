import type { EditionOverview, PublishedEdition } from '@libs/catalog';
import { GATES } from '@pure/catalog';
import type { Bilingual, ChecklistItemRecord } from '@pure/catalog';
import type { ChecklistChoice } from '@pure/specification';
import type { TextRef } from '../web/text.rules.js';
import { conditions, necessities } from './choices.view.js';
import { differences, valueWords } from './conflict.view.js';
import type { ConflictView, Values } from './conflict.view.js';
import { wasOf } from './details.view.js';
import type { Picked } from './details.view.js';
import type { OpenDraft } from './draft-head.view.js';

export interface CheckRow {
  readonly code: string;
  readonly title: Bilingual;
  readonly chosen: boolean;
  readonly seen: string;
  readonly was: string;
  readonly owner: string;
  readonly ownerHint: boolean;
  readonly gateOnly: boolean;
  readonly methods: readonly string[];
  readonly evidence: Bilingual;
  readonly source: string;
  readonly necessity: Picked;
  readonly condition: Picked;
  readonly missing: boolean;
}
export interface DraftChecklistView {
  readonly editionId: string;
  readonly catalogs: readonly { readonly href: string; readonly title: Bilingual; readonly current: boolean }[];
  readonly gates: readonly { readonly id: string; readonly gate: string; readonly chosen: number; readonly rows: readonly CheckRow[] }[];
  readonly chosen: number;
  readonly conflict: ConflictView | null;
  readonly problems: readonly { readonly text: TextRef; readonly href: string }[];
}

export interface CheckTyped extends Values { readonly seen: string; readonly was: string; readonly necessity: string; readonly condition: string }
export interface ChecklistTyped { readonly ticked: readonly string[]; readonly rows: ReadonlyMap<string, CheckTyped> }
const LABELS = { necessity: 'catalog.necessity', condition: 'catalog.condition' };

/** The acceptance checklist by gate: what is checked, by whom, how binding it is. */
export function draftChecklistView(
  open: OpenDraft, overview: readonly EditionOverview[], edition: PublishedEdition, digest: (choice: object) => string, typed?: ChecklistTyped, problems: DraftChecklistView['problems'] = [],
): DraftChecklistView {
  const { draft, id } = open.specification;
  const records = edition.document.checklist ?? [];
  const choiceOf = (code: string): ChecklistChoice | undefined => draft.checklist.find((choice) => choice.editionId === edition.id && choice.code === code);
  const rows = records.map((record) => ({ gate: record.gate, row: checkRow(open, record, edition.id, choiceOf(record.code), digest, typed) }));
  const conflicts = rows.flatMap(({ row }) => {
    const given = typed?.rows.get(row.code);
    return given && given.seen !== row.seen ? differences(row.code, LABELS, given, saved(records.find(({ code }) => code === row.code)!, choiceOf(row.code)), valueWords) : [];
  });
  return {
    editionId: edition.id, chosen: draft.checklist.length, problems, conflict: conflicts.length > 0 ? { rows: conflicts } : null,
    catalogs: overview.filter(({ checks }) => checks > 0).map((one) => ({ href: `/specifications/drafts/${id}/checklist?edition=${one.id}`, title: one.title, current: one.id === edition.id })),
    gates: GATES.map((gate) => {
      const own = rows.filter((one) => one.gate === gate).map(({ row }) => row);
      return { id: `gate-${gate}`, gate, chosen: own.filter(({ chosen }) => chosen).length, rows: own };
    }).filter((gate) => gate.rows.length > 0),
  };
}

function saved(record: ChecklistItemRecord, choice: ChecklistChoice | undefined): Values {
  const condition = choice?.condition === undefined ? record.condition : choice.condition;
  return { necessity: choice?.necessity ?? record.necessity, condition: condition ?? '' };
}

function checkRow(open: OpenDraft, record: ChecklistItemRecord, editionId: string, choice: ChecklistChoice | undefined, digest: (choice: object) => string, typed?: ChecklistTyped): CheckRow {
  const values = { ...saved(record, choice), ...typed?.rows.get(record.code) };
  const { code, title, owner, gateOnly, evidence, source } = record;
  return {
    code, title, evidence, source, gateOnly, owner: `catalog.owner.${owner}`, ownerHint: owner === 'buyer', methods: record.methods.map((method) => `catalog.method.${method}`),
    chosen: typed ? typed.ticked.includes(code) : choice !== undefined, seen: digest(choice ?? { editionId, code }), was: wasOf(saved(record, choice)),
    necessity: { value: values.necessity!, choices: necessities }, condition: { value: values.condition!, choices: conditions },
    missing: choice !== undefined && open.reading.problems.some(({ field }) => field === `checklist.${code}.condition`),
  };
}
