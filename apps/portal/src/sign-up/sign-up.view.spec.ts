import { accountView, dutiesOf, foundingView } from './sign-up.view.js';

describe('founding an organisation', () => {
  it('ticks what somebody who tries the product alone needs, and afterwards what was ticked', () => {
    expect(foundingView('髙﨑', null).form.fields.duties.values).toEqual(['procurement', 'requester']);
    expect(foundingView('髙﨑', { duties: ['receiver'] }).form.fields.duties.values).toEqual(['receiver']);
    expect(foundingView('髙﨑', { duties: [] }).form.fields.duties.values).toEqual([]);
  });
  it('gives a founder no judging role, whatever is sent', () => expect(dutiesOf(['approver', 'procurement', 'tenant_admin', 'x'])).toEqual(['procurement']));
  it('never fills a password in again', () =>
    expect(accountView('t', 'a@b.example', false, { displayName: '髙﨑', password: 'secret' }).form.fields).toMatchObject({ displayName: { value: '髙﨑' }, password: { value: '' } }));
});
