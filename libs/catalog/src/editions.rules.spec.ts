import { askableItems, countItems, coverage, listedItems, shownText } from './editions.rules.js';
import type { EditionDocument, RequirementRecord } from './catalog.document.js';

const record = (code: string, extra: Partial<RequirementRecord> = {}) =>
  ({ code, title: { ja: '要約', en: 'gist' }, officialText: null, kind: 'question', ...extra }) as RequirementRecord;
const edition = (...requirements: RequirementRecord[]) => ({ requirements }) as unknown as EditionDocument;
const partlySeen = edition(record('0-1', { known: 'text_not_seen' }), record('1-1'), record('1-2'));

describe('counting an edition', () => {
  it('is never complete while the text of an item is unseen', () => {
    expect(coverage(partlySeen, ['1-1', '1-2'])).toEqual({ listed: 3, known: 2, notSeen: 1, answered: 2, complete: false });
    expect(coverage(partlySeen, ['0-1', '1-1', '1-2']).complete).toBe(false);
  });
  it('is complete when everything the source lists is answered', () => {
    expect(coverage(edition(record('1'), record('2')), ['1']).complete).toBe(false);
    expect(coverage(edition(record('1'), record('2')), ['2', '1', 'other']).complete).toBe(true);
  });
  it('is not complete when there is nothing to answer', () => expect(coverage(edition(), []).complete).toBe(false));
  it('asks only what is known', () => expect(askableItems(partlySeen).map((item) => item.code)).toEqual(['1-1', '1-2']));
  it('counts criteria instead of the requirement above them', () => {
    const draft = edition(record('A', { kind: 'requirement' }), record('A-1', { kind: 'criterion', parent: 'A' }), record('B', { kind: 'requirement' }));
    expect(listedItems(draft).map((item) => item.code)).toEqual(['A-1', 'B']);
    expect(countItems(draft)).toEqual({ listed: 2, known: 2, notSeen: 0 });
  });
  it('shows the official text first and says which of the two it is', () => {
    expect(shownText(record('1'), 'ja')).toEqual({ text: '要約', kind: 'summary' });
    expect(shownText(record('1', { officialText: '公式の文言' }), 'en')).toEqual({ text: '公式の文言', kind: 'official' });
  });
});
