import type { AnswerScale, Bilingual } from '@pure/catalog';
import type { SpecRequirement } from '@pure/specification';
import type { DraftAnswer } from './answer.rules.js';
import { journey } from './journey.rules.js';

const both = (text: string): Bilingual => ({ ja: text, en: text });
const levels: AnswerScale = { kind: 'levels', levels: ([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: both(`${value}`) })) };
const requirement = (code: string, other: Partial<SpecRequirement> = {}): SpecRequirement => ({
  key: `m:${code}`, catalogKey: 'm', code, group: both('組織'), title: both(code), textKind: 'summary', officialText: null, subject: 'respondent_factory',
  track: 'org_governance', necessity: 'must', condition: null, requiredLevel: 3, criterion: both('c'), method: 'interview', evidenceKinds: [], rationale: both('r'), ...other,
});
const draft = (code: string, other: Partial<DraftAnswer>): DraftAnswer =>
  ({ key: `m:${code}`, version: 1, answer: null, comment: null, compensatingMeasure: null, answeredBy: '山田', answeredAt: null, evidence: [], ...other });
const file = { id: 'e', fileName: '構成図.pdf', mediaType: 'application/pdf', byteSize: 1, sha256: '0' };
const walk = (requirements: SpecRequirement[], drafts: DraftAnswer[] = [], facts = {}) => journey({ requirements, scales: { m: levels } }, facts, drafts);

describe('what is missing', () => {
  it('is every blank must, and no blank recommendation', () =>
    expect(walk([requirement('1'), requirement('2', { necessity: 'recommended' })]).missing).toEqual([{ key: 'm:1', code: '1', kind: 'unanswered' }]));
  it('is the reason of "not applicable", also for a recommendation', () => {
    const answers = [draft('1', { answer: { kind: 'not_applicable', reason: ' ' } })];
    expect(walk([requirement('1', { necessity: 'recommended' })], answers).missing).toMatchObject([{ kind: 'reason' }]);
  });
  it('is not a "don’t know": it is an answer, and it counts as a deviation', () =>
    expect(walk([requirement('1')], [draft('1', { answer: { kind: 'unknown' } })])).toMatchObject({ missing: [], deviations: 1 }));
  it('is the document behind a claim that is to be checked by document', () => {
    const asked = [requirement('1', { method: 'document' })];
    const claim = { answer: { kind: 'level', value: 4 } } as const;
    expect(walk(asked, [draft('1', claim)]).missing).toMatchObject([{ kind: 'evidence' }]);
    expect(walk(asked, [draft('1', { ...claim, evidence: [file] })]).missing).toEqual([]);
    expect(walk(asked, [draft('1', { ...claim, comment: '現地で提示します' })]).missing).toEqual([]);
    expect(walk(asked, [draft('1', { answer: { kind: 'level', value: 1 } })]).missing).toEqual([]);
  });
});

describe('a conditional question', () => {
  const asked = [requirement('1', { necessity: 'must_if', condition: 'wlan' })];
  const typed = [draft('1', { answer: { kind: 'level', value: 4 } })];
  it('goes when the fact is false and comes back with what was typed', () => {
    expect(walk(asked, typed, { wlan: false })).toMatchObject({ asked: 0, answered: 0, missing: [], next: null });
    const back = walk(asked, typed, { wlan: true });
    expect(back.sections[0]!.questions[0]).toMatchObject({ applies: true, draft: { answer: { kind: 'level', value: 4 } } });
    expect(back.answered).toBe(1);
  });
  it('stays while nobody has stated the fact', () => expect(walk(asked, [], {}).missing).toHaveLength(1));
});

describe('the way through', () => {
  const asked = [requirement('1', { necessity: 'recommended' }), requirement('2', { group: both('技術') }), requirement('3')];
  it('has one section per group, in the order of the specification', () =>
    expect(walk(asked).sections.map((section) => [section.group.ja, section.asked])).toEqual([['組織', 2], ['技術', 1]]));
  it('goes first to what blocks, then to what is blank, then nowhere', () => {
    expect(walk(asked).next).toBe('m:2');
    const done = ['2', '3'].map((code) => draft(code, { answer: { kind: 'level', value: 3 } }));
    expect(walk(asked, done).next).toBe('m:1');
    expect(walk(asked, [...done, draft('1', { answer: { kind: 'unknown' } })]).next).toBeNull();
  });
  it('lets a must be answered with level 1: it deviates and blocks nothing', () =>
    expect(walk([requirement('1')], [draft('1', { answer: { kind: 'level', value: 1 } })])).toMatchObject({ missing: [], deviations: 1 }));
  it('offers a compensating measure only where the specification accepts one', () => {
    const [section] = walk([requirement('1', { necessity: 'must_alt' }), requirement('2')]).sections;
    expect(section!.questions.map((one) => one.acceptsCompensation)).toEqual([true, false]);
  });
});
