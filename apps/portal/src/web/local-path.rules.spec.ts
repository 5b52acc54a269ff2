import { localPath, withNext } from './local-path.rules.js';

describe('where a person is sent back to', () => {
  it('is a path of ours, with its query', () => {
    expect(localPath('/certificates?state=issued')).toBe('/certificates?state=issued');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/a\\b', '', undefined, ['/a']])(
    'is the home page instead of %p', (value) => {
      expect(localPath(value)).toBe('/');
    });

  it('is carried along only when it is not the home page', () => {
    expect(withNext('/sign-in', '/')).toBe('/sign-in');
    expect(withNext('/sign-in', '/requests/1?a=b')).toBe('/sign-in?next=%2Frequests%2F1%3Fa%3Db');
  });
});
