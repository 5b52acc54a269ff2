import type { DomainError } from '@platform-pure/errors';
import { buildEdition, parseEdition } from './catalog.document.js';
import type { EditionDocument, RequirementRecord } from './catalog.document.js';

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

describe('an edition document', () => {
  it('is built with its type and the mark that the wording is a summary, and parses back', () => {
    const document = buildEdition(content([record('A')]));
    expect(document).toMatchObject({ type: 'kenshu.catalog-edition/1', textKind: 'summary' });
    expect(parseEdition(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });
  it('is refused with every problem and its place', () => {
    const refused = (): unknown => parseEdition({ ...content([record('A', { title: { ja: '', en: 'x' } })]), type: 'other/1', textKind: 'summary' });
    expect(refused).toThrow('catalog.edition_invalid');
    try { refused(); } catch (error) {
      expect((error as DomainError).fields).toEqual([
        { field: 'requirements[0].title.ja', code: 'catalog.document_empty', params: { path: 'requirements[0].title.ja', value: '' } },
        { field: 'type', code: 'catalog.document_not_allowed', params: { path: 'type', value: 'other/1' } },
      ]);
    }
  });
});
