import { samePerson } from './separation.rules.js';

describe('the same person', () => {
  it('is one account', () => expect(samePerson({ memberId: 'm', personKey: null }, { memberId: 'm', personKey: null })).toBe(true));
  it('is one employee number on two accounts', () => expect(samePerson({ memberId: 'm', personKey: '1001' }, { memberId: 'n', personKey: '1001' })).toBe(true));
  it('is not two numbers', () => expect(samePerson({ memberId: 'm', personKey: '1001' }, { memberId: 'n', personKey: '1002' })).toBe(false));
  it('is not two unknowns', () => expect(samePerson({ memberId: null, personKey: null }, { memberId: null, personKey: null })).toBe(false));
});
