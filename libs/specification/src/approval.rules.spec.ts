import type { Necessity } from '@pure/catalog';
import { approvalProblems } from './approval.rules.js';
import type { SpecChecklistItem, SpecRequirement } from './specification.document.js';

const text = { ja: '文', en: 'text' };
const empty = { ja: ' ', en: '' };
const item = (extra: Partial<SpecRequirement> = {}): SpecRequirement => ({
  key: 'c:1', catalogKey: 'c', code: '1', group: text, title: text, textKind: 'summary', officialText: null, subject: 'product', track: 'product_security',
  necessity: 'must', condition: null, requiredLevel: null, criterion: text, method: 'document', evidenceKinds: [text], rationale: text, ...extra,
});
const problems = (requirements: SpecRequirement[], worded?: Necessity, checklist: SpecChecklistItem[] = []): string[] =>
  approvalProblems({ title: text, scope: '第二工場' }, { requirements, checklist }, () => worded).map((problem) => `${problem.field}:${problem.code}`);

describe('the approval guard', () => {
  it('is content with inherited values', () => expect(problems([item(), item({ key: 'c:2', necessity: 'must_if', condition: 'wlan' })])).toEqual([]));

  it.each([
    ['criterion', { criterion: empty }], ['rationale', { rationale: empty }], ['evidence_kind', { evidenceKinds: [] }], ['condition', { necessity: 'must_if' as const }],
  ])('misses the %s of a must item', (what, extra) => {
    expect(problems([item(extra)])).toEqual([`requirements.1.${what}:specification.${what}_missing`]);
  });

  it('does not ask for them on a recommendation', () => {
    expect(problems([item({ necessity: 'recommended', criterion: empty, rationale: empty, evidenceKinds: [] })])).toEqual([]);
  });

  it('lets an exception stand in the text where the catalogue words it so, and not where the buyer made it one', () => {
    expect(problems([item({ necessity: 'must_unless' })], 'must_unless')).toEqual([]);
    expect(problems([item({ necessity: 'must_unless' })], 'must')).toEqual(['requirements.1.condition:specification.condition_missing']);
    expect(problems([item({ necessity: 'must_unless', condition: 'cots' })], 'must')).toEqual([]);
  });

  it('needs the condition of a checklist item that depends on one', () => {
    const check = { code: 'AC-08', necessity: 'must_if', condition: null } as SpecChecklistItem;
    expect(problems([item()], undefined, [check])).toEqual(['checklist.AC-08.condition:specification.condition_missing']);
  });

  it('needs a title, a scope and something that is required', () => {
    expect(approvalProblems({ title: { ja: '', en: '' }, scope: '' }, { requirements: [], checklist: [] }, () => undefined).map((problem) => problem.code))
      .toEqual(['common.required', 'common.required', 'specification.nothing_chosen']);
  });
});
