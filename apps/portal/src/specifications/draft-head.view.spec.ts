import { problemLinks } from './draft-head.view.js';

describe('what is missing in a draft', () => {
  const href = (field: string, code: string, params = {}): string => problemLinks('d', [{ field, code, params }])[0]!.href;

  it('leads to the field where it is mended', () => {
    expect(href('requirements.1-4.evidence_kind', 'specification.evidence_kind_missing', { item: '1-4', key: 'meti:1-4' })).toBe('/specifications/drafts/d/items/meti%3A1-4#evidence');
    expect(href('requirements', 'specification.nothing_chosen')).toBe('/specifications/drafts/d/requirements');
    expect(href('requirements.1-4.text', 'specification.item_unprintable', { item: '1-4' })).toBe('/specifications/drafts/d/details');
    expect(href('checklist.AC-08.condition', 'specification.condition_missing', { item: 'AC-08', key: 'c:AC-08' })).toBe('/specifications/drafts/d/checklist');
    expect(href('scope', 'common.required')).toBe('/specifications/drafts/d/basics#scope');
  });
  it('is said in words', () => {
    expect(problemLinks('d', [{ field: 'title', code: 'common.required' }, { field: 'requirements', code: 'specification.nothing_chosen' }]).map(({ text }) => text.$text))
      .toEqual(['portal_specifications.missing_title', 'specification.errors.nothing_chosen']);
  });
});
