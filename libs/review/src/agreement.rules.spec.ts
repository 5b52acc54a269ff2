import { buildAgreement, parseAgreement } from './agreement.document.js';
import type { AgreementDocument } from './agreement.document.js';
import { cleanPriceTalk, confirmDeviations } from './agreement.rules.js';

const standing = [{ key: 'm:1', code: '1', text: 'いいえ' }, { key: 'm:2', code: '2', text: '対象外' }];

describe('deviations', () => {
  it('are agreed when the buyer confirmed every one that stands in the statement', () => expect(confirmDeviations(standing, ['m:2', 'm:1'])).toEqual(standing));
  it('cannot be passed over', () => expect(() => confirmDeviations(standing, ['m:1'])).toThrow('review.deviation_not_confirmed'));
  it('cannot be added by the buyer: what is not in the statement is returned', () =>
    expect(() => confirmDeviations(standing, ['m:1', 'm:2', 'm:3'])).toThrow('review.deviation_not_in_statement'));
  it('may be none', () => expect(confirmDeviations([], [])).toEqual([]));
});

describe('the price talk', () => {
  it('is on record, or was not needed', () => {
    expect(cleanPriceTalk({ state: 'recorded', note: ' 11月5日に協議 ' })).toEqual({ state: 'recorded', note: '11月5日に協議' });
    expect(cleanPriceTalk({ state: 'none_needed' })).toEqual({ state: 'none_needed', note: null });
  });
  it.each([null, undefined, { state: '' }, { state: 'later' }])('is not left out', (talk) => expect(() => cleanPriceTalk(talk)).toThrow('review.price_talk_missing'));
  it('is not recorded without a word', () => expect(() => cleanPriceTalk({ state: 'recorded', note: ' ' })).toThrow('review.price_talk_note_missing'));
});

describe('an agreement', () => {
  const content: Omit<AgreementDocument, 'type'> = {
    id: 'a', request: { id: 'r', number: 'R-1' }, specification: { editionId: 'e', number: 'S-1', edition: 1, sha256: 'f' },
    statement: { id: 's', sha256: '0', revision: 2 }, deviations: [{ key: 'm:1', text: 'いいえ' }], priceTalk: { state: 'none_needed', note: null },
    agreedBy: { name: '佐藤', department: '調達部', personKey: '7', method: 'passkey' }, agreedAt: '2026-11-20T00:00:00.000Z',
  };
  it('is read back as it was written', () => expect(parseAgreement(JSON.stringify(buildAgreement(content)))).toEqual(buildAgreement(content)));
  it.each(['null', '{"type":"kenshu.agreement/2"}', '{"type":"kenshu.agreement/1"}'])('is not %s', (text) => expect(() => parseAgreement(text)).toThrow());
});
