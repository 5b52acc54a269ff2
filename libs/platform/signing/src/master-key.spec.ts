import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { MasterKey } from './master-key.js';

const secret = randomBytes(32);
const key = new MasterKey(secret);
const plain = Buffer.from('private key');

describe('the master key', () => {
  it('opens what it closed, and never closes the same twice', () => {
    const [one, two] = [key.encrypt('id', plain), key.encrypt('id', plain)];
    expect(key.decrypt('id', one)).toEqual(plain);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(plain)).toBe(false);
  });

  it('opens nothing under another id, by another key, or changed anywhere', () => {
    const box = key.encrypt('id', plain);
    expect(() => key.decrypt('other', box)).toThrow();
    expect(() => new MasterKey(randomBytes(32)).decrypt('id', box)).toThrow();
    for (let at = 0; at < box.length; at++) {
      const copy = Buffer.from(box);
      copy[at]! ^= 1;
      expect(() => key.decrypt('id', copy)).toThrow();
    }
    expect(() => key.decrypt('id', box.subarray(0, 29))).toThrow();
  });

  it('has exactly 32 bytes, as hex or base64', () => {
    expect(() => new MasterKey(randomBytes(31))).toThrow('32 bytes');
    expect(() => MasterKey.parse('short')).toThrow('32 bytes');
    for (const text of [secret.toString('hex'), `${secret.toString('base64')}\n`]) {
      expect(MasterKey.parse(text).decrypt('id', key.encrypt('id', plain))).toEqual(plain);
    }
  });

  it('shows itself to no log', () => {
    const shown = `${JSON.stringify({ key })}${inspect(key, { showHidden: true, depth: 5 })}${String(key)}`;
    expect(shown).not.toContain(secret.toString('hex').slice(0, 8));
    expect(shown).toContain('[master key]');
  });
});
