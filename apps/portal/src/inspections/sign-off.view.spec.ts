import type { Hands } from '@pure/inspection';
import { stepView } from './sign-off.view.js';
import type { Signer } from './sign-off.view.js';

const person = (key: string) => ({ personKey: key, memberId: `m-${key}` });
const hands: Hands = { inspectors: [person('I')], confirmer: person('C'), receiver: person('R') };
const signer = (key: string, can: Partial<Signer> = {}): Signer => ({ ...person(key), judge: false, confirm: true, approve: true, sendBack: true, steppedUp: true, ...can });
const step = (state: 'open' | 'judged' | 'confirmed' | 'approved', who: Signer, threePersons = false) => stepView({ state, threePersons }, hands, who);

describe('the next signature', () => {
  it('is offered to who may give it, after the second factor', () => {
    expect(step('judged', signer('X'))).toMatchObject({ step: 'confirm', kind: 'act' });
    expect(step('judged', signer('X', { steppedUp: false }))).toMatchObject({ kind: 'step_up' });
    expect(step('approved', signer('X'))).toBeNull();
  });

  it('is refused in words before the click where duties are separate', () => {
    expect(step('judged', signer('I'))).toMatchObject({ kind: 'act' });
    expect(step('judged', signer('I'), true)).toMatchObject({ kind: 'refused', why: { $text: 'inspection.errors.confirmer_is_inspector' } });
    for (const [who, code] of [['I', 'approver_is_inspector'], ['C', 'approver_is_confirmer'], ['R', 'approver_is_receiver']] as const) {
      expect(step('confirmed', signer(who))).toMatchObject({ kind: 'refused', why: { $text: `inspection.errors.${code}` } });
    }
  });

  it('waits for somebody else where the role is missing', () => expect(step('judged', signer('X', { confirm: false, approve: false, sendBack: false }))).toMatchObject({ kind: 'waits', sendBack: false }));

  it('can be sent back by a confirmer before, by the approver only after the confirmation', () => {
    expect(step('judged', signer('X', { approve: false }))).toMatchObject({ sendBack: true });
    expect(step('confirmed', signer('X', { approve: false }))).toMatchObject({ sendBack: false });
    expect(step('confirmed', signer('X'))).toMatchObject({ sendBack: true });
    expect(step('open', signer('X'))).toMatchObject({ sendBack: false });
  });
});
