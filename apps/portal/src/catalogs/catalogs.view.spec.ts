import type { EditionOverview } from '@libs/catalog';
import { editionTable, notFinalText } from './catalogs.view.js';

const edition = (extra: object): EditionOverview => ({
  id: 'e', key: 'k', edition: '1', status: 'final', title: { ja: '点検表', en: 'Checks' }, publisher: { ja: '経済産業省', en: 'METI' }, listed: 3, known: 3, checks: 0, supersededBy: null, ...extra,
} as EditionOverview);
const cells = (one: EditionOverview, search = '') => editionTable([one], search).rows[0]?.cells.map(({ cell }) => cell);

describe('the list of catalogues', () => {
  it('counts what is not there beside what is', () => {
    expect(cells(edition({ listed: 35, known: 32 }))![3]).toMatchObject({ word: { $text: 'portal_catalogs.count_partly', params: { known: 32, notSeen: 3 } } });
    expect(cells(edition({}))![3]).toMatchObject({ word: { $text: 'portal_catalogs.count_known' } });
    expect(cells(edition({ listed: 0, known: 0, checks: 26 }))![3]).toMatchObject({ word: { $text: 'portal_catalogs.count_checks', params: { checks: 26 } } });
  });
  it('says that an edition was superseded, and by which', () => {
    expect(cells(edition({ supersededBy: { id: 'n', edition: '2' } }))![2]).toMatchObject({ word: { $text: 'portal_catalogs.superseded', params: { edition: '2' } } });
  });
  it('is searched by title and publisher in both languages', () => {
    expect([cells(edition({}), 'meti'), cells(edition({}), '点検')].every(Boolean)).toBe(true);
    expect(cells(edition({}), '別の')).toBeUndefined();
  });
  it('calls nothing an obligation that is not final', () => {
    expect([notFinalText('final'), notFinalText('draft')?.$text, notFinalText('public_comment')?.$text]).toEqual([null, 'portal_catalogs.not_final', 'portal_catalogs.not_final']);
  });
});
