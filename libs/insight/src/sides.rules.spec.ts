import { concerns, sidesOf } from './sides.rules.js';

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

describe('what concerns a role', () => {
  it('is the request for who sends it, the lot for the dock, the inspection for who signs it', () => {
    expect(concerns(['procurement'])).toEqual({ requests: true, deliveries: true, inspections: true });
    expect(concerns(['receiver'])).toEqual({ requests: false, deliveries: true, inspections: true });
    expect(concerns(['approver'])).toEqual({ requests: false, deliveries: false, inspections: true });
    expect(concerns(['spec_approver'])).toEqual({ requests: false, deliveries: false, inspections: false });
  });
});
