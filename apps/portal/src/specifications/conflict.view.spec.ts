import { differences, valueWords } from './conflict.view.js';

describe('two texts of one item', () => {
  const labels = { criterion: 'catalog.criterion', necessity: 'catalog.necessity' };
  it('are shown where they differ, and blanks around them are no difference', () => {
    const rows = differences('1-3', labels, { criterion: '私の文 ', necessity: 'must' }, { criterion: '私の文', necessity: 'recommended' }, valueWords);
    expect(rows.map(({ item, label, mine, theirs }) => [item, label.$text, mine, theirs])).toEqual([
      ['1-3', 'catalog.necessity', { $text: 'catalog.necessity.must', params: {} }, { $text: 'catalog.necessity.recommended', params: {} }]]);
  });
  it('say in words what a blank choice means', () => {
    expect(valueWords('condition', '')).toMatchObject({ $text: 'catalog.condition.always' });
    expect(valueWords('requiredLevel', '')).toMatchObject({ $text: 'portal_specifications.level_usual' });
    expect(valueWords('rationale', 'そのまま')).toBe('そのまま');
  });
});
