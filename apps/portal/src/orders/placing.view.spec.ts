import type { OrderLedgerLine } from '@libs/insight';
import type { OrderLine, PinnableAgreement } from '@libs/order';
import { placingLine, placingResult } from './placing.view.js';

const line = { id: 'o', version: 1, poNumber: 'PO', lineNo: 1, itemName: '装置', model: null, secureRequirement: true, plannedAgreementId: null, noRequirementReason: null } as OrderLine;
const ledger = { makerName: '髙﨑', factoryName: '第二' } as OrderLedgerLine;
const agreements = [{ id: 'new', supplierSiteId: 's' }, { id: 'old', supplierSiteId: 's' }] as PinnableAgreement[];
const chosen = (given: OrderLine) => placingLine(given, ledger, agreements).agreements?.find((choice) => choice.chosen)?.value;

describe('a line about to be ordered', () => {
  it('is proposed the agreement it names, or else the newest of its factory', () => {
    expect(chosen(line)).toBe('new');
    expect(chosen({ ...line, plannedAgreementId: 'old' as never })).toBe('old');
    expect(placingLine(line, ledger, []).agreements?.find((choice) => choice.chosen)?.value).toBe('');
  });
  it('without a security requirement is asked for none', () => expect(placingLine({ ...line, secureRequirement: false, noRequirementReason: '治具' }, ledger, agreements)).toMatchObject({ agreements: null, reason: '治具' }));
});

describe('what became of the lines', () => {
  const of = (tone: 'done' | 'stop') => ({ id: 'o', number: 'PO', item: '', status: { tone, key: 'k' }, reasons: [], changeable: false });
  it('is counted, none being lost', () => {
    expect(placingResult([of('done'), of('stop')])).toMatchObject({ placed: 1, refused: 1, lead: { $text: 'portal_orders.some_placed' } });
    expect(placingResult([of('done')]).lead.$text).toBe('portal_orders.all_placed');
  });
});
