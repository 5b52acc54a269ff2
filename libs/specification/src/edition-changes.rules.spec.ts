import { editionChanges } from './edition-changes.rules.js';
import type { SpecificationDraft } from './draft.rules.js';
import type { ResolvedDraft } from './resolve.rules.js';
import type { SpecificationDocument } from './specification.document.js';

const item = (code: string, extra: object = {}) => ({ key: `c:${code}`, code, necessity: 'must', criterion: { ja: '基準', en: 'criterion' }, ...extra });
const draft = { title: { ja: '件名', en: 'Title' }, scope: '第二工場', criticality: 'middle', governingDocument: 'purchase_spec', department: null, contact: null } as unknown as SpecificationDraft;
const before = {
  title: { en: 'Title', ja: '件名' }, scope: '第一工場', criticality: 'middle', governingDocument: 'purchase_spec', buyer: { department: null, contact: null },
  catalogs: [{ key: 'c', edition: '1' }], requirements: [item('1'), item('2'), item('3')], checklist: [],
} as unknown as SpecificationDocument;
const resolved = (requirements: object[], edition = '1') => ({ requirements, checklist: [], catalogs: [{ key: 'c', edition }] }) as unknown as ResolvedDraft;

describe('what an approver decides about', () => {
  it('is what was added, taken away and changed, part by part', () => {
    const changes = editionChanges(before, draft, resolved([item('1'), item('3', { necessity: 'recommended' }), item('4')]));
    expect(changes.requirements.added.map(({ code }) => code)).toEqual(['4']);
    expect(changes.requirements.removed.map(({ code }) => code)).toEqual(['2']);
    expect(changes.requirements.changed).toEqual([{ item: item('3', { necessity: 'recommended' }), parts: [{ part: 'necessity', before: 'must', after: 'recommended' }] }]);
    expect(changes.requirements).toMatchObject({ unchanged: 1, reordered: false });
    expect(changes.basics).toEqual([{ part: 'scope', before: '第一工場', after: '第二工場' }]);
  });
  it('names another order and another edition of a catalogue', () => {
    const changes = editionChanges(before, draft, resolved([item('2'), item('1'), item('3')], '2'));
    expect(changes.requirements.reordered).toBe(true);
    expect(changes.catalogs).toEqual([{ key: 'c', before: '1', after: '2' }]);
  });
  it('is everything for a first edition', () => {
    const changes = editionChanges(null, draft, resolved([item('1')]));
    expect(changes.requirements.added).toHaveLength(1);
    expect(changes.basics).toEqual([]);
  });
});
