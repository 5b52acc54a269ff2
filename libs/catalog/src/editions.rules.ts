import type { EditionDocument, RequirementRecord } from './catalog.document.js';

export interface EditionCount {
  /** Everything the source lists, as far as we know: parents of criteria apart. */
  readonly listed: number;
  /** Listed, and the text is known to us. */
  readonly known: number;
  /** Listed by number only. */
  readonly notSeen: number;
}

export interface EditionCoverage extends EditionCount {
  readonly answered: number;
  /** Every item of the source is answered. Never true while texts are unseen: 32 of 32 is not the whole list (domain.md §0.2). */
  readonly complete: boolean;
}

/** Items that are answered themselves: a requirement with criteria below it is answered through them. */
export function listedItems(document: EditionDocument): RequirementRecord[] {
  const parents = new Set(document.requirements.map((record) => record.parent));
  return document.requirements.filter((record) => !parents.has(record.code));
}

/** What can be asked: an item whose text we have not seen cannot. */
export function askableItems(document: EditionDocument): RequirementRecord[] {
  return listedItems(document).filter((record) => record.known !== 'text_not_seen');
}

export function countItems(document: EditionDocument): EditionCount {
  const listed = listedItems(document).length;
  const known = askableItems(document).length;
  return { listed, known, notSeen: listed - known };
}

export function coverage(document: EditionDocument, answeredCodes: Iterable<string>): EditionCoverage {
  const answeredSet = new Set(answeredCodes);
  const count = countItems(document);
  const answered = askableItems(document).filter((record) => answeredSet.has(record.code)).length;
  return { ...count, answered, complete: count.listed > 0 && count.notSeen === 0 && answered === count.listed };
}

/** The text to show first, and whether it is the source's own or our gist (要約). */
export function shownText(record: RequirementRecord, language: 'ja' | 'en'): { text: string; kind: 'official' | 'summary' } {
  return record.officialText === null ? { text: record.title[language], kind: 'summary' } : { text: record.officialText, kind: 'official' };
}
