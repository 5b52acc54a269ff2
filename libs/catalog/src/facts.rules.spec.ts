import { applies, conditionHolds, factsNeeded, isBinding } from './facts.rules.js';
import type { Conditional } from './facts.rules.js';

const always: Conditional = { necessity: 'must', condition: null };
const ifRemote: Conditional = { necessity: 'must_if', condition: 'remote' };
const unlessOs: Conditional = { necessity: 'must_unless', condition: 'has_os' };
const whereCloud: Conditional = { necessity: 'rec_scoped', condition: 'cloud' };

describe('facts of a request', () => {
  it('leave a condition open until they are stated', () => {
    expect(conditionHolds('remote', {})).toBeUndefined();
    expect(conditionHolds('remote', { remote: false })).toBe(false);
    expect(conditionHolds('remote', { remote: true, cloud: false })).toBe(true);
    expect(conditionHolds(null, { remote: false })).toBe(true);
  });
  it('a fact that is false takes the item away', () => {
    expect(applies(ifRemote, { remote: false })).toBe(false);
    expect(applies(ifRemote, { remote: true })).toBe(true);
    expect(applies(always, { remote: false })).toBe(true);
  });
  it('a fact nobody has stated takes nothing away', () => {
    expect(applies(ifRemote, {})).toBe(true);
    expect(applies(unlessOs, {})).toBe(true);
  });
  it('an excepted case takes the item away when it is true', () => {
    expect(applies(unlessOs, { has_os: true })).toBe(false);
    expect(applies(unlessOs, { has_os: false })).toBe(true);
    expect(applies({ necessity: 'must_unless', condition: null }, { has_os: true })).toBe(true);
  });
  it('only a must that applies is binding', () => {
    expect(isBinding(ifRemote, { remote: true })).toBe(true);
    expect(isBinding(ifRemote, { remote: false })).toBe(false);
    expect(isBinding(whereCloud, { cloud: true })).toBe(false);
  });
  it('asks a sender only for the facts that decide something', () =>
    expect(factsNeeded([whereCloud, always, ifRemote, ifRemote])).toEqual(['remote', 'cloud']));
});
