import { sourceKey } from './source.rules.js';

describe('whom a request is counted for', () => {
  it('an IPv4 address, however it is written', () => {
    expect([sourceKey('192.0.2.7'), sourceKey('::ffff:192.0.2.7')]).toEqual(['192.0.2.7', '192.0.2.7']);
  });

  it('the whole /64 of an IPv6 address', () => {
    expect(sourceKey('2001:db8:1:2:aaaa::1')).toBe(sourceKey('2001:db8:1:2:bbbb:cccc:0:9'));
    expect(sourceKey('2001:db8::1')).toBe(sourceKey('2001:db8:0:0:5::'));
    expect(sourceKey('2001:db8:1:3::1')).not.toBe(sourceKey('2001:db8:1:2::1'));
    expect(sourceKey('::1')).toBe('0:0:0:0');
  });
});
