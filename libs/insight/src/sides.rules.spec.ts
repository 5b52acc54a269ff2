import { sidesOf } from './sides.rules.js';

describe('the side a person works on', () => {
  it('follows the roles', () => {
    expect(sidesOf(['inspector'])).toEqual({ buyer: true, supplier: false });
    expect(sidesOf(['supplier_signer'])).toEqual({ buyer: false, supplier: true });
  });

  it('is both for an auditor and for somebody with roles on both, none for an administrator', () => {
    expect(sidesOf(['auditor'])).toEqual({ buyer: true, supplier: true });
    expect(sidesOf(['procurement', 'supplier_contact'])).toEqual({ buyer: true, supplier: true });
    expect(sidesOf(['tenant_admin'])).toEqual({ buyer: false, supplier: false });
  });
});
