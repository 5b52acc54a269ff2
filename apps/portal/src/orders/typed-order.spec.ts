import type { OrderLine } from '@libs/order';
import { orderOf, typedOf, versionOf } from './typed-order.js';

describe('an order line as it was typed', () => {
  it('reads figures of any width, and leaves what is no figure for the verb to refuse', () => {
    expect(orderOf({ quantity: '１，０００', amount: '￥1,200', lineNo: '２', paymentTermsDays: '45' })).toMatchObject({ quantity: 1000, amount: 1200, lineNo: 2, paymentTermsDays: 45 });
    expect(orderOf({ quantity: '沢山', amount: 'x' })).toMatchObject({ quantity: Number.NaN, amount: Number.NaN });
    expect(orderOf({})).toMatchObject({ quantity: 0, amount: null, lineNo: 1, paymentTermsDays: 0 });
  });
  it('drops the proposed agreement with セキュア要求 なし', () => {
    expect(orderOf({ secureRequirement: 'no', agreementId: 'a' }).plannedAgreementId).toBeNull();
    expect(orderOf({ secureRequirement: 'yes', agreementId: 'a' }).plannedAgreementId).toBe('a');
  });
  it('is drawn from a known line as it would be typed', () => expect(typedOf({ secureRequirement: false, quantity: 2, amount: null, version: 3, lineNo: 1 } as OrderLine)).toMatchObject({ secureRequirement: 'no', quantity: '2', amount: '', version: '3' }));
  it.each([['3', 3], ['', undefined], ['-1', undefined], ['x', undefined]])('has the version %j as %s', (typed, version) => expect(versionOf(typed)).toBe(version));
});
