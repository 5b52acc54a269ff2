import type { EditionDocument, RequirementRecord } from './catalog.document.js';
import { editionProblems } from './edition-check.rules.js';

const both = (word: string) => ({ ja: `${word}（日）`, en: word });
const record = (code: string, extra: Partial<RequirementRecord> = {}): RequirementRecord => ({
  code, group: both('group'), title: both('title'), textKind: 'summary', officialText: null, subject: 'product', track: 'product_security',
  section: '1', kind: 'question', condition: null, necessity: 'must',
  defaults: { criterion: both('criterion'), method: 'document', evidenceKinds: [both('list')], rationale: both('threat') }, ...extra,
});
const content = (requirements: RequirementRecord[], extra: Partial<EditionDocument> = {}) => ({
  key: 'own', edition: '1', title: both('own'), publisher: both('us'), source: { document: 'd', section: 's', note: both('n') },
  status: 'final' as const, requirements, ...extra,
  scale: { kind: 'yes_partly_no' as const, answers: (['yes', 'partly', 'no'] as const).map((value) => ({ value, label: both(value) })) },
});
const problemsOf = (requirements: RequirementRecord[], extra: object = {}) =>
  editionProblems({ ...content(requirements), type: 'kenshu.catalog-edition/1', textKind: 'summary', ...extra });

describe('a well-formed edition', () => {
  it('asks something', () => expect(problemsOf([])).toEqual([{ path: 'requirements', problem: 'empty' }]));
  it('gives each code once', () =>
    expect(problemsOf([record('A'), record('A')])).toEqual([{ path: 'requirements[1].code', problem: 'duplicate', value: 'A' }]));
  it('hangs a criterion, and only a criterion, below a requirement that exists', () => {
    expect(problemsOf([record('A', { kind: 'requirement' }), record('A-1', { kind: 'criterion', parent: 'A' })])).toEqual([]);
    expect(problemsOf([record('A'), record('A-1', { kind: 'criterion', parent: 'A' })])).toEqual([{ path: 'requirements[1].parent', problem: 'dangling', value: 'A' }]);
    expect(problemsOf([record('A-1', { kind: 'criterion' })])).toEqual([{ path: 'requirements[0].parent', problem: 'missing' }]);
    expect(problemsOf([record('A', { kind: 'requirement' }), record('B', { parent: 'A' })])).toEqual([{ path: 'requirements[1].parent', problem: 'unexpected', value: 'A' }]);
  });
  it('names a fact where the necessity depends on one', () =>
    expect(problemsOf([record('A', { necessity: 'must_if' })])).toEqual([{ path: 'requirements[0].condition', problem: 'missing', value: 'must_if' }]));
  it('does not hold the official text of an item whose text was not seen', () =>
    expect(problemsOf([record('A', { known: 'text_not_seen', officialText: '本文' })])).toEqual([{ path: 'requirements[0].known', problem: 'inconsistent' }]));
  it('has a scale with all its steps in order', () => {
    const levels = [1, 2, 3, 5, 4].map((value) => ({ value, label: both(String(value)) }));
    expect(problemsOf([record('A')], { scale: { kind: 'levels', levels } })).toEqual([{ path: 'scale.levels', problem: 'inconsistent', value: '1 2 3 5 4' }]);
    expect(problemsOf([record('A')], { scale: { kind: 'stars' } })).toEqual([{ path: 'scale.kind', problem: 'not_allowed', value: 'stars' }]);
  });
  it('carries no entry that nobody would read', () =>
    expect(problemsOf([record('A')], { surprise: true })).toEqual([{ path: 'surprise', problem: 'unexpected' }]));
});
