import type { EditionOverview, PublishedEdition } from '@libs/catalog';
import type { Bilingual, RequirementRecord } from '@pure/catalog';
import { listedItems } from '@pure/catalog';
import type { Problem } from '../web/problems.js';
import type { TextRef } from '../web/text.rules.js';
import { necessityText, shownWords } from '../catalogs/catalog-words.view.js';
import { draftPath } from './draft-head.view.js';
import type { OpenDraft } from './draft-head.view.js';

export interface ChooseItem {
  readonly id: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly chosen: boolean;
  readonly necessity: TextRef | null;
  /** Key of the reason why it cannot be chosen. */
  readonly reason: string | null;
}
export interface ChooseGroup { readonly id: string; readonly index: string; readonly name: Bilingual; readonly chosen: number; readonly possible: number; readonly items: readonly ChooseItem[] }
export interface ChooseView {
  readonly editionId: string;
  readonly title: Bilingual;
  readonly catalogs: readonly { readonly href: string; readonly title: Bilingual; readonly status: string; readonly chosen: number; readonly current: boolean }[];
  readonly groups: readonly ChooseGroup[];
  readonly before: readonly string[];
  readonly chosen: number;
  readonly total: number;
  readonly notSeen: number;
  readonly problems: readonly { readonly text: TextRef; readonly href: string }[];
}

/** The tick boxes of one catalogue, section by section. `ticked`: what a person had ticked when the form came back. */
export function chooseView(open: OpenDraft, overview: readonly EditionOverview[], edition: PublishedEdition, ticked?: readonly string[], problems: readonly Problem[] = []): ChooseView {
  const { draft, id } = open.specification;
  const chosenIn = (editionId: string): string[] => draft.requirements.filter((choice) => choice.editionId === editionId).map(({ code }) => code);
  const before = chosenIn(edition.id);
  const items = listedItems(edition.document);
  const names = [...new Map(items.map(({ group }) => [group.ja, group])).values()];
  return {
    editionId: edition.id, title: edition.document.title,
    catalogs: overview.filter(({ listed }) => listed > 0).map((one) => ({
      href: `${draftPath(id)}/requirements?edition=${one.id}`, title: one.title, status: `catalog.status.${one.status}`, chosen: chosenIn(one.id).length, current: one.id === edition.id })),
    groups: names.map((name, index) => groupView(name, index + 1, items.filter(({ group }) => group.ja === name.ja), ticked ?? before)),
    before, chosen: before.length, total: draft.requirements.length, notSeen: items.filter(({ known }) => known === 'text_not_seen').length,
    problems: problems.map((problem) => ({ text: problem.text, href: '#choose' })),
  };
}

function groupView(name: Bilingual, index: number, records: readonly RequirementRecord[], ticked: readonly string[]): ChooseGroup {
  const items = records.map((record): ChooseItem => {
    const seen = record.known !== 'text_not_seen';
    return {
      id: `c-${record.code}`, code: record.code, title: seen ? shownWords(record) : { ja: '（文言未入手）', en: '(text not seen)' }, chosen: ticked.includes(record.code),
      necessity: seen ? necessityText(record.necessity, record.condition) : null, reason: whyNot(record) };
  });
  return { id: `g${index}`, index: String(index), name, items, chosen: items.filter((item) => item.chosen).length, possible: items.filter((item) => item.reason === null).length };
}

/** What can never be sent to a supplier is shown with the reason, not hidden (domain.md §0b.12). */
function whyNot({ known, subject }: RequirementRecord): string | null {
  if (known === 'text_not_seen') return 'catalog.known.text_not_seen_hint';
  return subject === 'buyer_process' ? 'portal_catalogs.buyer_process' : null;
}

/** What the ticks mean, and a button that takes a whole section in or out. Only what can be chosen is added. */
export function chosenCodes(edition: PublishedEdition, ticked: readonly string[], all?: string, none?: string): string[] {
  const items = listedItems(edition.document).filter((record) => whyNot(record) === null);
  const names = [...new Set(listedItems(edition.document).map(({ group }) => group.ja))];
  const inGroup = (index: string | undefined) => ({ group }: RequirementRecord): boolean => index !== undefined && group.ja === names[Number(index) - 1];
  return items.filter((record) => (ticked.includes(record.code) || inGroup(all)(record)) && !inGroup(none)(record)).map(({ code }) => code);
}
