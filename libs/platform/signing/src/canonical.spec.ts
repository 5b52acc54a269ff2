import { canonicalDigest, canonicalText } from './canonical.js';

describe('canonical JSON (RFC 8785)', () => {
  it('does not depend on the order of keys, and keeps Japanese as it is', () => {
    expect(canonicalText({ b: '𠮷田', a: [1, 1e21, 0.1, -0] })).toBe('{"a":[1,1e+21,0.1,0],"b":"𠮷田"}');
    expect(canonicalDigest({ a: 1, b: 2 })).toBe(canonicalDigest({ b: 2, a: 1 }));
  });

  it('does not unify characters: 髙 is not 高', () => {
    expect(canonicalDigest('髙')).not.toBe(canonicalDigest('高'));
    expect(canonicalDigest('が')).not.toBe(canonicalDigest('か\u3099'));
  });

  it.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], [{ a: '\ud842' }], [{ '\udc00': 1 }]])('refuses %p', (value) => {
    expect(() => canonicalText(value)).toThrow();
  });
});
