import { draftContent, itemContent, mergeItem } from './merge.rules.js';
import type { ItemContent } from './merge.rules.js';

const content = (comment: string | null, value: 1 | 2 = 1): ItemContent => ({ answer: { kind: 'level', value }, comment, note: null, compensatingMeasure: null });
/** The file says `file`; it went out as `base`; the page says `here`, where the answer was changed too. */
const merge = (base: string | null, file: string | null, here: string | null) => mergeItem(content(base), { comment: file, word: '' }, content(here, 2));

describe('with what went out', () => {
  it('the file’s change is taken, and the page’s change of another field stays', () => expect(merge('a', 'b', 'a')).toMatchObject({ outcome: 'changed', after: { comment: 'b', answer: { value: 2 } }, changes: ['comment'] }));
  it('the page’s change stays', () => expect(merge('a', 'a', 'c')).toMatchObject({ outcome: 'unchanged', after: { comment: 'c' }, kept: ['comment'] }));
  it('two changes are a conflict, kept as the page has it until somebody decides', () => expect(merge('a', 'b', 'c')).toMatchObject({ outcome: 'conflict', after: { comment: 'c' }, filed: { comment: 'b' }, conflicts: ['comment'] }));
  it('a text that was deleted in the file is a change, and a conflict when the page changed it', () => {
    expect(merge('a', null, 'a')).toMatchObject({ outcome: 'changed', after: { comment: null } });
    expect(merge('a', null, 'c').outcome).toBe('conflict');
  });
  it('the same change on both sides is none', () => expect(merge('a', 'c', 'c')).toMatchObject({ outcome: 'unchanged', kept: [] }));
  it('other line ends and blanks at their end are no change', () => expect(merge('a\r\n b ', 'a\n b', 'c').kept).toEqual(['comment']));
  it('a field the file says nothing about is left alone', () => expect(mergeItem(content('a'), { word: '' }, content('c', 2)).outcome).toBe('unchanged'));
});

describe('without it', () => {
  it('a blank cell takes nothing away', () => expect(mergeItem(undefined, { comment: null, word: '' }, content('c'))).toMatchObject({ outcome: 'unchanged', kept: ['comment'] }));
  it('a blank field is filled', () => expect(mergeItem(undefined, { comment: 'b', word: '' }, content(null)).outcome).toBe('changed'));
  it('two texts are a conflict', () => expect(mergeItem(undefined, { comment: 'b', word: '' }, content('c')).outcome).toBe('conflict'));
});

it('an answer goes to the workbook and back with its note', () => {
  const draft = { answer: null, comment: '補足\n証跡：A-12', compensatingMeasure: 'x' };
  expect(itemContent(draft)).toEqual({ answer: null, comment: '補足', note: 'A-12', compensatingMeasure: 'x' });
  expect(draftContent(itemContent(draft), 'ja')).toEqual(draft);
});
