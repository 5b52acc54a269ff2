import { invitationPayload, provesAcceptance } from './invitation.rules.js';

const [buyer, site, supplier] = ['1', '2', '3'].map((digit) => `0190c0de-0000-7000-8000-00000000000${digit}`) as [string, string, string];
const acceptance = { buyerOrganizationId: buyer, supplierOrganizationId: supplier, supplierSiteId: site };
const token = { kind: 'supplier_invitation', payload: { buyerOrganizationId: buyer, supplierSiteId: site }, consumedForOrganization: supplier };

describe('an invitation', () => {
  it('names a buyer and a factory, or opens nothing', () => {
    expect(invitationPayload(token.payload)).toEqual(token.payload);
    expect(() => invitationPayload({ buyerOrganizationId: buyer })).toThrow('common.not_found');
    expect(() => invitationPayload({ buyerOrganizationId: buyer, supplierSiteId: 7 })).toThrow('common.not_found');
  });

  it('proves an acceptance only for the factory, buyer and organisation it was used for', () => {
    expect(provesAcceptance(token, acceptance)).toBe(true);
    expect(provesAcceptance(undefined, acceptance)).toBe(false);
    expect(provesAcceptance({ ...token, kind: 'member_invitation' }, acceptance)).toBe(false);
    expect(provesAcceptance({ ...token, consumedForOrganization: null }, acceptance)).toBe(false);
    expect(provesAcceptance({ ...token, consumedForOrganization: buyer }, acceptance)).toBe(false);
    expect(provesAcceptance(token, { ...acceptance, supplierSiteId: buyer })).toBe(false);
    expect(provesAcceptance(token, { ...acceptance, buyerOrganizationId: supplier })).toBe(false);
  });
});
