import { issuedView, tokensView } from './tokens.view.js';

const at = new Date('2026-11-20T00:00:00Z');
const row = (change: object = {}) => ({ id: 't1', identityId: 'i', organizationId: 'o', memberId: 'm1', name: '基幹連携', scopes: ['read'], createdAt: at, expiresAt: at, lastUsedOn: null, revokedAt: null, ...change }) as never;
const view = (change: object = {}) => tokensView({ own: [], others: [], members: [{ id: 'm2', displayName: '佐藤 花子' }], keeper: false, publicUrl: 'https://kenshu.jp', ...change });

describe('the page of access tokens', () => {
  it('begins with reading only, for ninety days', () => {
    const { form } = view();
    expect([form.fields.scopes!.values, form.fields.days!.value]).toEqual([['read'], '90']);
  });
  it('shows those of others to an administrator, by their names', () => {
    expect(view().others).toBeNull();
    expect(view({ keeper: true, others: [row({ memberId: 'm2', scopes: ['read', 'write'] })] }).others?.tokens[0]).toMatchObject({ person: '佐藤 花子', scopes: { $text: 'portal_tokens.may_write' } });
  });
  it('keeps what was typed when it is refused', () => {
    const refused = tokensView({ own: [], others: [], members: [], keeper: false, publicUrl: '' }, { typed: { name: 'x', scopes: ['write'], days: '30' }, problems: [] });
    expect([refused.form.fields.name!.value, refused.form.fields.scopes!.values]).toEqual(['x', ['write']]);
  });
  it('shows the token itself once, with a call that works', () =>
    expect(issuedView('x', { id: 'i' as never, token: 'knsh_abc', expiresAt: at }, 'https://kenshu.jp').example).toBe('curl -H "Authorization: Bearer knsh_abc" https://kenshu.jp/api/v1/home'));
});
