import { claimsFor, questionsOf } from './claims.view.js';

describe('the supplier’s answers beside an item', () => {
  it('are those to the questions that the item names as its source', () => {
    expect(questionsOf('003 §3.1.4.1; 002 2-10/2-11')).toEqual(['2-10', '2-11']);
    expect(questionsOf('003 §3.2.2, 3.1.3.2; SEMI E187')).toEqual([]);
  });

  it('name their files, and link only those that may be opened', () => {
    const answer = (code: string, applies = true) => ({
      key: `meti-factory-checklist:${code}`, code, title: { ja: '問', en: 'Q' }, applies, answer: null, comment: '現地で提示', compensatingMeasure: null, origin: 'new' as never, answeredBy: null,
      evidence: [{ id: 'e1', fileName: '図.pdf' }, { id: 'e2', fileName: '秘.pdf' }] as never,
    });
    const [claim, ...others] = claimsFor('002 3-3', [answer('3-3'), answer('3-4'), answer('3-3', false)], {}, new Set(['e1']));
    expect(others).toEqual([]);
    expect(claim).toMatchObject({ code: '3-3', comment: '現地で提示', files: [{ fileName: '図.pdf', open: true }, { fileName: '秘.pdf', open: false }] });
  });
});
