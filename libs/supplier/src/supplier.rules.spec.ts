import type { DomainError } from '@platform-pure/errors';
import { readApprovalDay, readRegistrationDay, readSite } from './supplier.rules.js';
import type { SupplierSiteInput } from './supplier.rules.js';

const input: SupplierSiteInput = {
  counterpartyCode: 'T-0412', makerName: '髙﨑精機㈱', factoryName: '第二工場', address: '長野県諏訪市湖岸通り5-1', kind: 'equipment', sme: true,
};
const fields = (work: () => unknown): string[] => {
  try { work(); return []; } catch (error) { return (error as DomainError).fields.map((problem) => `${problem.field}:${problem.code}`); }
};

describe('a factory in the supplier ledger', () => {
  it('needs a counterparty code, a maker, a factory name and an address', () => {
    expect(fields(() => readSite({ ...input, counterpartyCode: ' ', makerName: '', factoryName: '', address: '' })))
      .toEqual(['counterpartyCode', 'makerName', 'factoryName', 'address'].map((field) => `${field}:common.required`));
  });

  it('passes the counterparty code on untouched, full-width digits too', () => {
    expect(readSite({ ...input, counterpartyCode: ' ０４１２－Ａ ' }).counterpartyCode).toBe('０４１２－Ａ');
  });

  it('may be without a contact, but not with a broken address', () => {
    expect(readSite(input).contactEmail).toBeNull();
    expect(fields(() => readSite({ ...input, contactEmail: 'kubota' }))).toEqual(['contactEmail:common.not_email']);
  });

  it('is registered today unless an older day is given', () => {
    expect(readRegistrationDay(undefined, '2026-11-02')).toBe('2026-11-02');
    expect(readRegistrationDay('2019-04-01', '2026-11-02')).toBe('2019-04-01');
    expect(fields(() => readRegistrationDay('2026-11-03', '2026-11-02'))).toEqual(['registeredOn:supplier.day_in_future']);
  });

  it('cannot be approved before it was registered, nor tomorrow', () => {
    const site = { registeredOn: '2026-10-01' };
    expect(readApprovalDay(site, '2026-10-01', '2026-11-02')).toBe('2026-10-01');
    expect(fields(() => readApprovalDay(site, '2026-09-30', '2026-11-02'))).toEqual(['approvedOn:supplier.approved_before_registered']);
    expect(fields(() => readApprovalDay(site, '2026-11-03', '2026-11-02'))).toEqual(['approvedOn:supplier.day_in_future']);
  });
});
