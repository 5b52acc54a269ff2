import type { EditionDocument } from '@pure/catalog';
import { draftFromEdition } from './draft-copy.rules.js';
import type { SpecificationDocument } from './specification.document.js';

const text = (word: string) => ({ ja: word, en: word });
const record = (code: string) => ({
  code, necessity: 'must', condition: null, defaults: { criterion: text('基準'), method: 'document', evidenceKinds: [text('図')], rationale: text('理由') } });
const item = (code: string, extra: object = {}) => ({
  key: `c:${code}`, catalogKey: 'c', code, necessity: 'must', condition: null, requiredLevel: 3, criterion: text('基準'), method: 'document', evidenceKinds: [text('図')], rationale: text('理由'), ...extra });
const source = { id: 'e', document: { key: 'c', scale: { kind: 'levels' }, requirements: [record('1'), record('2')], checklist: [{ code: 'AC-1', necessity: 'must', condition: null }] } as unknown as EditionDocument };
const document = {
  governingDocument: 'contract', criticality: 'middle', buyer: { department: '調達部', contact: null }, catalogs: [{ key: 'c', editionId: 'e' }],
  requirements: [item('2', { rationale: text('自社の理由') }), item('1', { requiredLevel: 5 })], checklist: [{ key: 'c:AC-1', code: 'AC-1', necessity: 'recommended', condition: null }],
} as unknown as SpecificationDocument;

describe('a draft from an earlier edition', () => {
  it('says the same with own values only where the edition had any', () => {
    expect(draftFromEdition(document, [source])).toEqual({
      governingDocument: 'contract', criticality: 'middle', department: '調達部', contact: null, left: 0,
      requirements: [{ editionId: 'e', code: '2', rationale: text('自社の理由') }, { editionId: 'e', code: '1', requiredLevel: 5 }],
      checklist: [{ editionId: 'e', code: 'AC-1', necessity: 'recommended' }],
    });
  });
  it('counts what it must leave out', () => expect(draftFromEdition(document, [])).toMatchObject({ requirements: [], checklist: [], left: 3 }));
});
