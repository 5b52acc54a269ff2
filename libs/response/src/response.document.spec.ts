import type { AnswerScale, Bilingual, Facts } from '@pure/catalog';
import type { SpecRequirement, SpecificationDocument } from '@pure/specification';
import type { DraftAnswer } from './answer.rules.js';
import { deviationsOf } from './deviations.rules.js';
import { journey } from './journey.rules.js';
import { buildStatement, parseStatement } from './response.document.js';
import type { ResponseStatement } from './response.document.js';

const both = (text: string): Bilingual => ({ ja: text, en: text });
const levels: AnswerScale = { kind: 'levels', levels: ([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: both(`段階${value}`) })) };
const requirement = (code: string, other: Partial<SpecRequirement> = {}): SpecRequirement => ({
  key: `m:${code}`, catalogKey: 'm', code, group: both('組織'), title: both(code), textKind: 'summary', officialText: null, subject: 'product',
  track: 'product_security', necessity: 'must', condition: null, requiredLevel: 3, criterion: both('c'), method: 'interview', evidenceKinds: [], rationale: both('r'), ...other,
});
const requirements = [requirement('1'), requirement('2', { necessity: 'must_alt' }), requirement('3', { condition: 'wlan', necessity: 'must_if' }), requirement('4', { necessity: 'recommended' })];
const specification = {
  type: 'kenshu.specification/1', number: 'S-1', edition: 2, requirements, scales: { m: levels }, buyer: { organizationId: 'b', name: '東都デバイス㈱' },
} as unknown as SpecificationDocument;
const file = { id: 'e', fileName: '手順書.pdf', mediaType: 'application/pdf', byteSize: 10, sha256: 'aa' };
const draft = (code: string, other: Partial<DraftAnswer>): DraftAnswer =>
  ({ key: `m:${code}`, version: 1, answer: null, comment: null, compensatingMeasure: null, answeredBy: '髙﨑', answeredAt: null, evidence: [], ...other });
const typed = [
  draft('1', { answer: { kind: 'level', value: 4 }, evidence: [file] }),
  draft('2', { answer: { kind: 'level', value: 1 }, compensatingMeasure: '入退室を\n記録', comment: '更新予定' }),
  draft('3', { answer: { kind: 'unknown' }, comment: '調査中' }),
];
const freeze = (facts: Facts, drafts = typed, previous: ResponseStatement | null = null, revision = 1): ResponseStatement => buildStatement({
  request: { id: 'r', number: 'R-1', dueOn: '2026-12-01' }, specification: { editionId: 'x', sha256: 'f', document: specification },
  respondent: { organizationId: 's', name: '𠮷田精機', factoryName: '本社工場', address: '長野県' }, facts, revision,
  submittedBy: { name: '髙﨑', department: '品質' }, submittedAt: '2026-11-20T00:00:00.000Z', journey: journey(specification, facts, drafts), previous,
});

describe('a response statement', () => {
  it('is read back as it was written', () => {
    const statement = freeze({ wlan: true });
    expect(parseStatement(JSON.stringify(statement))).toEqual(statement);
  });
  it.each(['{}', 'null', '{"type":"kenshu.response/2"}', '{"type":"kenshu.response/1","answers":[]}', JSON.stringify({ ...freeze({}), answers: [{ key: 1 }] })])(
    'is not this: %.60s', (text) => expect(() => parseStatement(text)).toThrow());
  it('names every requirement, and says nothing about one that does not apply', () => {
    const { answers } = freeze({ wlan: false });
    expect(answers.map((answer) => answer.code)).toEqual(['1', '2', '3', '4']);
    expect(answers[2]).toMatchObject({ applies: false, answer: null, comment: null, evidence: [], answeredBy: null });
    expect(freeze({ wlan: true }).answers[2]).toMatchObject({ applies: true, answer: { kind: 'unknown' }, comment: '調査中' });
  });
  it('tells after a return which answers were confirmed and which are new', () => {
    const first = freeze({ wlan: true });
    expect(first.answers.every((answer) => answer.origin === 'new')).toBe(true);
    const changed = [{ ...typed[0]!, evidence: [{ ...file, sha256: 'bb' }] }, typed[1]!, { ...typed[2]!, answer: { kind: 'level', value: 3 } as const }];
    expect(freeze({ wlan: true }, changed, first, 2).answers.map((answer) => answer.origin)).toEqual(['new', 'confirmed', 'new', 'confirmed']);
  });
});

describe('deviations', () => {
  it('are the musts that are not claimed to be met, in the statement’s own words', () =>
    expect(deviationsOf(specification, freeze({ wlan: true }))).toEqual([
      { key: 'm:2', code: '2', text: 'レベル1（段階1）／要求：レベル3以上／代替策：入退室を 記録／補足：更新予定' },
      { key: 'm:3', code: '3', text: 'わからない／要求：レベル3以上／補足：調査中' },
    ]));
  it('are not the musts that a fact takes away', () =>
    expect(deviationsOf(specification, freeze({ wlan: false })).map((deviation) => deviation.code)).toEqual(['2']));
  it('include "not applicable", with its reason', () => {
    const drafts = [draft('1', { answer: { kind: 'not_applicable', reason: '電算機なし' } }), typed[1]!];
    expect(deviationsOf(specification, freeze({ wlan: false }, drafts))[0]!.text).toBe('対象外（電算機なし）／要求：レベル3以上');
  });
  it('follow the required level of the specification', () => {
    const stricter = { ...specification, requirements: [requirement('1', { requiredLevel: 5 }), ...requirements.slice(1)] };
    expect(deviationsOf(stricter, freeze({ wlan: false })).map((deviation) => deviation.code)).toEqual(['1', '2']);
  });
});
