import { invitationState } from './invitation.states.js';

const at = new Date('2026-11-20T00:00:00Z');

it('an invitation is open until somebody accepts or withdraws it', () => {
  expect(invitationState({ acceptedAt: null, withdrawnAt: null })).toBe('open');
  expect(invitationState({ acceptedAt: at, withdrawnAt: null })).toBe('accepted');
  expect(invitationState({ acceptedAt: null, withdrawnAt: at })).toBe('withdrawn');
});
