import { cleanFindings } from './finding.rules.js';

const answered = new Set(['m:1', 'm:2']);

describe('the findings of a return', () => {
  it('say what is asked, on which answer, and by when', () =>
    expect(cleanFindings([{ requirementKey: 'm:1', text: ' 手順書が\r\n古い ', target: '', dueOn: '2026-12-10' }], answered))
      .toEqual([{ requirementKey: 'm:1', text: '手順書が\n古い', target: null, dueOn: '2026-12-10' }]));
  it.each([
    ['none at all', [], 'review.findings_missing'],
    ['one without words', [{ requirementKey: 'm:1', text: ' ' }], 'review.finding_text_missing'],
    ['one on a question that was not asked', [{ requirementKey: 'm:9', text: '?' }], 'review.finding_unknown_item'],
    ['a day that does not exist', [{ requirementKey: 'm:1', text: '?', dueOn: '2026-02-30' }], 'review.finding_due_malformed'],
  ])('are not %s', (_what, findings, code) => expect(() => cleanFindings(findings, answered)).toThrow(code));
});
