import { withoutSecrets } from './logging.js';

describe('a URL in the log', () => {
  it.each([
    ['/password-reset/3f9a', '/password-reset/…'],
    ['/verify/ABCDEF?x=1', '/verify/…?…'],
    ['/invitations/secret/accept', '/invitations/…/accept'],
    ['/sign-up/3f9a/account', '/sign-up/…/account'],
    ['/sign-in?next=/certificates', '/sign-in?…'],
    ['/certificates/018f', '/certificates/018f'],
  ])('%s becomes %s', (url, logged) => expect(withoutSecrets(url)).toBe(logged));
});
