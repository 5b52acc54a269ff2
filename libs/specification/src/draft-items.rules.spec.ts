import type { ChecklistItemRecord, RequirementRecord } from '@pure/catalog';
import { arrangeItems, changeCheck, changeRequirement, chooseItems, nameOf, withInheritedRationale } from './draft-items.rules.js';
import type { RequirementChoice } from './draft.rules.js';

const text = (word: string) => ({ ja: word, en: `${word} in English` });
const record = {
  code: '1', necessity: 'must', condition: null,
  defaults: { criterion: text('基準'), method: 'document', evidenceKinds: [text('体制図')], rationale: text('理由') },
} as unknown as RequirementRecord;
const choice: RequirementChoice = { editionId: 'e', code: '1' };
const codes = (items: readonly { code: string }[]): string => items.map(({ code }) => code).join(' ');

describe('choosing items', () => {
  const items = [{ editionId: 'e', code: '2', necessity: 'must' }, { editionId: 'f', code: '9' }, { editionId: 'e', code: '4' }];
  const chosen = { editionId: 'e', order: ['1', '2', '3', '4', '5'] };

  it('puts a new one where its catalogue has it and leaves the others alone', () => {
    expect(codes(chooseItems(items, { ...chosen, add: ['5', '1', '3'], remove: [] }))).toBe('1 2 3 9 4 5');
  });
  it('takes away only what was named, and never an item of another catalogue', () => {
    expect(codes(chooseItems(items, { ...chosen, add: [], remove: ['4', '9'] }))).toBe('2 9');
  });
  it('keeps the values of what was chosen before', () => {
    expect(chooseItems(items, { ...chosen, add: ['2'], remove: [] })[0]).toEqual({ editionId: 'e', code: '2', necessity: 'must' });
  });
});

describe('the order', () => {
  it('follows the ranks, and what was added meanwhile stays behind its neighbour', () => {
    const items = ['a', 'b', 'new', 'c'].map((code) => ({ editionId: 'e', code }));
    const ranks = new Map([['a', 30], ['b', 20], ['c', 10]].map(([code, rank]) => [nameOf({ editionId: 'e', code: String(code) }), Number(rank)]));
    expect(codes(arrangeItems(items, ranks))).toBe('c b new a');
  });
});

describe('the values of an item', () => {
  const changed = (values: Parameters<typeof changeRequirement>[1], before = choice) => changeRequirement(before, values, record);

  it('are not its own while they say what the catalogue says', () => {
    expect(changed({ necessity: 'must', condition: null, criterion: text('基準'), method: 'document', evidenceKinds: [text('体制図')], rationale: text('理由') })).toEqual(choice);
  });
  it('are its own where they differ, and the others are left alone', () => {
    const before = { ...choice, requiredLevel: 4 };
    expect(changed({ necessity: 'must_if', condition: 'wlan' }, before)).toEqual({ ...before, necessity: 'must_if', condition: 'wlan' });
  });
  it('are the catalogue’s again when they are emptied', () => {
    const before: RequirementChoice = { ...choice, rationale: text('自社の理由'), evidenceKinds: [text('写真')], requiredLevel: 5 };
    expect(changed({ rationale: { ja: ' ', en: 'left over' }, evidenceKinds: [], requiredLevel: null }, before)).toEqual(choice);
  });
  it('do not keep an English text that belongs to other Japanese words', () => {
    expect(changed({ rationale: { ja: '自社の理由', en: '理由 in English' } }).rationale).toEqual({ ja: '自社の理由', en: '自社の理由' });
    expect(changed({ rationale: { ja: '自社の理由', en: 'Our reason' } }).rationale).toEqual({ ja: '自社の理由', en: 'Our reason' });
    expect(changed({ rationale: { ja: '理由', en: 'A better translation' } }).rationale).toEqual({ ja: '理由', en: 'A better translation' });
  });
  it('of a check are its necessity and condition', () => {
    const check = { code: 'AC-01', necessity: 'recommended', condition: null } as ChecklistItemRecord;
    expect(changeCheck({ editionId: 'e', code: 'AC-01' }, { necessity: 'must', condition: null }, check)).toEqual({ editionId: 'e', code: 'AC-01', necessity: 'must' });
  });
  it('tell whose reason nobody has thought about yet', () => {
    expect(withInheritedRationale({ requirements: [choice, { ...choice, code: '2', rationale: text('自社の理由') }] })).toEqual([choice]);
  });
});
