import { typedLot, typedNumber, typedOf, typedSerials } from './typed.rules.js';

describe('what is typed at the dock', () => {
  it('is a number in full width, too, and with commas', () => expect([typedNumber('１，２００'), typedNumber(' 0.5 '), typedNumber('')]).toEqual([1200, 0.5, Number.NaN]));
  it('is one serial number per line, or several with commas', () => expect(typedSerials('A-1\r\n A-2、A-3，A-4\n\n')).toEqual(['A-1', 'A-2', 'A-3', 'A-4']));
  it('is a program and, last, its version', () =>
    expect(typedLot({ quantity: '2', total: '', serials: '', versions: '制御 ソフト 2.1.0\nOS：10' })).toEqual({
      quantity: 2, installmentsTotal: null, serials: [], versions: [{ name: '制御 ソフト', version: '2.1.0' }, { name: 'OS', version: '10' }] }));
  it('comes back into the fields as it was', () => {
    const lot = { quantity: 3, installmentsTotal: 2, serials: ['A', 'B'], versions: [{ name: 'OS', version: '10' }] };
    expect(typedLot(typedOf(lot))).toEqual(lot);
  });
});
