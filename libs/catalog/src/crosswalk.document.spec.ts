import { crosswalkProblems, parseCrosswalk } from './crosswalk.document.js';

const both = { ja: '理由', en: 'reason' };
const row = (code: string | null, relation: string) => ({
  source: { catalog: 'a', edition: '1', code: 'A-1' }, target: { catalog: 'b', edition: null, code }, relation, provenance: 'explicit', rationale: both,
});
const crosswalk = (...rows: object[]) =>
  ({ type: 'kenshu.crosswalk/1', key: 'a-b', edition: '1', title: both, source: { document: 'd', section: 's', note: both }, status: 'draft', rows });

describe('a crosswalk', () => {
  it('joins an item to items of loaded or merely cited documents', () =>
    expect(parseCrosswalk(crosswalk(row('B-1', 'equal'), row(null, 'none'))).rows).toHaveLength(2));
  it('says none without a target, and nothing else without one', () => {
    expect(crosswalkProblems(crosswalk(row('B-1', 'none')))).toEqual([{ path: 'rows[0].target.code', problem: 'inconsistent', value: 'none' }]);
    expect(crosswalkProblems(crosswalk(row(null, 'intersects')))).toEqual([{ path: 'rows[0].target.code', problem: 'inconsistent', value: 'intersects' }]);
  });
  it('states one relation per pair', () =>
    expect(crosswalkProblems(crosswalk(row('B-1', 'equal'), row('B-1', 'intersects')))).toMatchObject([{ path: 'rows[1]', problem: 'duplicate' }]));
  it('is refused when a relation is not one of the five', () =>
    expect(() => parseCrosswalk(crosswalk(row('B-1', 'similar')))).toThrow('catalog.crosswalk_invalid'));
});
