import { itemTyped } from './draft-item.view.js';

describe('the form of one requirement', () => {
  it('takes one kind of evidence from each line, with the English one beside it or the same words', () => {
    const { evidenceKinds } = itemTyped({ evidence: '体制図\r\n\n 設定の写し \n記録', evidenceEn: 'chart\nsettings' });
    expect(evidenceKinds).toEqual([{ ja: '体制図', en: 'chart' }, { ja: '設定の写し', en: 'settings' }, { ja: '記録', en: '記録' }]);
  });
  it('takes a blank condition for "always" and a blank level for the usual one', () => {
    expect(itemTyped({ necessity: 'must', condition: '', requiredLevel: '' })).toMatchObject({ necessity: 'must', condition: null, requiredLevel: null });
  });
  it('lets nothing else through', () => {
    expect(itemTyped({ necessity: 'always', condition: 'weather', requiredLevel: '9', method: 'guess' })).toMatchObject({ necessity: undefined, condition: null, requiredLevel: null, method: undefined });
  });
});
