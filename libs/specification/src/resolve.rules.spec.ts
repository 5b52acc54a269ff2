import type { DomainError } from '@platform-pure/errors';
import type { Subject } from '@pure/catalog';
import { writeDraft } from './draft.rules.js';
import type { DraftInput } from './draft.rules.js';
import { resolveDraft } from './resolve.rules.js';
import type { ChosenEdition } from './resolve.rules.js';

const text = (ja: string): { ja: string; en: string } => ({ ja, en: `${ja}-en` });
const record = (code: string, extra: object = {}): object => ({
  code, group: text('群'), title: text(code), textKind: 'summary', officialText: null, subject: 'respondent_factory' as Subject, track: 'org_governance',
  section: code, kind: 'question', condition: null, necessity: 'must',
  defaults: { criterion: text('基準'), method: 'document', evidenceKinds: [text('規程')], rationale: text('理由') }, ...extra,
});
const edition = (id: string, key: string, scale: object, requirements: object[], checklist: object[] = []): ChosenEdition => ({
  id, sha256: 'a'.repeat(64), document: { key, edition: '1', status: 'draft', title: text(key), scale, requirements, checklist } as unknown as ChosenEdition['document'],
});
const levels = { kind: 'levels', levels: [1, 2, 3, 4, 5].map((value) => ({ value, label: text(String(value)) })) };
const words = { kind: 'yes_partly_no', answers: ['yes', 'partly', 'no'].map((value) => ({ value, label: text(value) })) };
const factory = edition('f', 'factory', levels, [
  record('1'), record('2', { necessity: 'recommended' }), record('3', { necessity: 'must_if', condition: 'wlan', officialText: '公式の文' }),
  record('0-1', { known: 'text_not_seen' }), record('9', { subject: 'buyer_process' }),
]);
const checks = edition('c', 'checks', words, [record('a')], [{ code: 'AC-08', gate: 'G1', necessity: 'must_if', condition: 'has_os', methods: ['document'] }]);
const resolve = (input: DraftInput, editions = [factory, checks]): ReturnType<typeof resolveDraft> => resolveDraft(writeDraft(input), editions);
const problems = (input: DraftInput, editions = [factory, checks]): string[] => {
  try { resolve(input, editions); return []; } catch (error) {
    expect((error as DomainError).code).toBe('specification.choice_invalid');
    return (error as DomainError).fields.map((problem) => `${problem.field}:${problem.code}`);
  }
};
const of = (editionId: string, ...codes: string[]): { editionId: string; code: string }[] => codes.map((code) => ({ editionId, code }));

describe('a resolved draft', () => {
  it('inherits criterion, method, evidence, rationale, necessity and condition from the edition', () => {
    expect(resolve({ requirements: of('f', '3') }).requirements[0]).toMatchObject({
      key: 'factory:3', necessity: 'must_if', condition: 'wlan', criterion: text('基準'), method: 'document', rationale: text('理由'),
      textKind: 'official', officialText: '公式の文',
    });
  });

  it('takes the target level from necessity and criticality, and moves it with them', () => {
    const level = (criticality: 'high' | 'low', necessity?: 'recommended'): number | null =>
      resolve({ criticality, requirements: [{ editionId: 'f', code: '1', necessity }] }).requirements[0]!.requiredLevel;
    expect([level('high'), level('low'), level('high', 'recommended'), level('low', 'recommended')]).toEqual([4, 3, 3, 2]);
  });

  it('has no level where the scale has none', () => {
    expect(resolve({ requirements: of('c', 'a') }).requirements[0]!.requiredLevel).toBeNull();
    expect(problems({ requirements: [{ editionId: 'c', code: 'a', requiredLevel: 3 }] })).toEqual(['requirements.a:specification.level_without_scale']);
    expect(problems({ requirements: [{ editionId: 'f', code: '1', requiredLevel: 6 }] })).toEqual(['requirements.1:specification.level_unknown']);
  });

  it('lets own values win, a removed condition too', () => {
    const [item] = resolve({ requirements: [{ editionId: 'f', code: '3', necessity: 'must', condition: null, requiredLevel: 5, method: 'own_test' }] }).requirements;
    expect(item).toMatchObject({ necessity: 'must', condition: null, requiredLevel: 5, method: 'own_test' });
  });

  it('names the editions it draws from with their status and digest, each once', () => {
    const { catalogs, scales } = resolve({ requirements: of('f', '1', '2'), checklist: of('c', 'AC-08') });
    expect(catalogs.map((catalog) => [catalog.key, catalog.status])).toEqual([['factory', 'draft'], ['checks', 'draft']]);
    expect(Object.keys(scales)).toEqual(['factory', 'checks']);
  });

  it('keys checklist items and lets their necessity be changed', () => {
    const [item] = resolve({ checklist: [{ editionId: 'c', code: 'AC-08', necessity: 'must', condition: null }] }).checklist;
    expect(item).toMatchObject({ key: 'checks:AC-08', necessity: 'must', condition: null, gate: 'G1' });
  });
});

describe('a choice', () => {
  it('cannot be an item whose text was never seen', () => {
    expect(problems({ requirements: of('f', '0-1') })).toEqual(['requirements.0-1:specification.text_not_seen']);
  });

  it("cannot be the buyer's own process", () => {
    expect(problems({ requirements: of('f', '9') })).toEqual(['requirements.9:specification.buyer_process_not_sent']);
  });

  it('cannot be an item that no edition has', () => {
    expect(problems({ requirements: [...of('f', '77'), ...of('x', '1')], checklist: of('f', 'AC-01') })).toEqual([
      'requirements.77:specification.item_unknown', 'requirements.1:specification.item_unknown', 'checklist.AC-01:specification.item_unknown']);
  });

  it('cannot be made twice', () => {
    expect(problems({ requirements: of('f', '1', '1'), checklist: of('c', 'AC-08', 'AC-08') }))
      .toEqual(['requirements.1:specification.chosen_twice', 'checklist.AC-08:specification.chosen_twice']);
  });

  it('cannot mix two editions of one catalogue', () => {
    const older = { ...factory, id: 'older' };
    expect(problems({ requirements: [...of('f', '1'), ...of('older', '2')] }, [factory, older])).toEqual(['requirements:specification.two_editions']);
  });
});
