import type { MemberId } from '@platform-pure/tenancy';
import { heldBy, holders } from './assignment.rules.js';
import type { Assignment } from './assignment.rules.js';

const [KANZAKI, MINAMI] = ['kanzaki' as MemberId, 'minami' as MemberId];
const handed = (id: string, memberId: MemberId, ...requirementKeys: string[]): Assignment => ({
  id: id as Assignment['id'], responseId: 'r', memberId, memberName: memberId, memberLeft: false, requirementKeys, note: null, dueOn: null, assignedByName: 'x', assignedAt: new Date(0),
});

describe('an item that was handed on', () => {
  const all = [handed('1', KANZAKI, '1-1', '1-2'), handed('2', MINAMI, '1-2', '1-3')];

  it('is with the last one it was handed to', () => expect([...holders(all)].map(([key, one]) => `${key} ${one.memberName}`)).toEqual(['1-1 kanzaki', '1-2 minami', '1-3 minami']));
  it('is nobody else’s any more', () => {
    expect([...heldBy(all, KANZAKI)]).toEqual(['1-1']);
    expect([...heldBy(all, MINAMI)]).toEqual(['1-2', '1-3']);
  });
  it('is not with somebody who is no member', () => expect(heldBy(all, null).size).toBe(0));
});
