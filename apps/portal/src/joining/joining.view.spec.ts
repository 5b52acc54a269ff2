import { joinView } from './joining.view.js';
import type { JoinInput } from './joining.view.js';

const input: JoinInput = {
  token: 't', email: 'a@b.jp', standing: 'signed_in', buyer: { name: '甲', nameEn: null },
  site: { makerName: '㈱髙﨑精機', factoryName: '熊本工場', address: '熊本県', contactName: null }, choices: [],
};
const mine = { organizationId: 'o1', name: '乙', nameEn: null };

describe('the page of a supplier’s invitation', () => {
  it('begins a new organisation with what the buyer’s ledger says', () => {
    const { form, choosesNew } = joinView(input, {});
    expect([form.fields.name.value, form.fields.address.value, choosesNew]).toEqual(['㈱髙﨑精機', '熊本県', true]);
  });

  it('proposes the one organisation the person already has', () => {
    const view = joinView({ ...input, choices: [mine] }, {});
    expect([view.choices[0].chosen, view.choosesNew]).toEqual([true, false]);
  });

  it('keeps the choice of a new organisation when the form is drawn again', () => {
    const view = joinView({ ...input, choices: [mine] }, { organizationId: '', name: '丙' });
    expect([view.choosesNew, view.form.fields.name.value]).toEqual([true, '丙']);
  });

  it('sends somebody with an account to the sign-in and back here', () => {
    expect(joinView({ ...input, standing: 'known' }, {}).path).toBe('/join/t');
    expect(joinView({ ...input, standing: 'new' }, {}).path).toBe('/join/t/account');
  });
});
