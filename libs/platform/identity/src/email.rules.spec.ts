import { isEmail, requireEmail } from './email.rules.js';

describe('an e-mail address', () => {
  it('is kept in one form', () => expect(requireEmail(' Sakura.Mori＠Example.JP ')).toBe('sakura.mori@example.jp'));
  it.each(['a@b', 'a b@example.jp', 'a@-example.jp', '@example.jp', 'a@example..jp', 'a@example.jp, b@example.jp', 'a\n@example.jp', '"a"@example.jp', ''])(
    'is refused as %j', (text) => expect(isEmail(text)).toBe(false));
  it('names its field when it is refused', () =>
    expect(() => requireEmail('nobody', 'contactEmail')).toThrow(expect.objectContaining({ fields: [{ field: 'contactEmail', code: 'identity.email_malformed' }] })));
});
