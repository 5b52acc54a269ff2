import { acts } from '@platform-pure/tenancy';

export const SpecificationActs = acts('specification', {
  /** Also what a supplier's member does with an edition that was granted to the organisation. */
  read: ['anyone'],
  print: ['anyone', 'system'],
  ask_print: ['requester', 'procurement', 'spec_approver'],
  draft: ['requester', 'procurement'],
  change: ['requester', 'procurement'],
  submit: ['requester', 'procurement'],
  send_back: ['spec_approver'],
  approve: { roles: ['spec_approver'], stepUp: true },
  revise: ['requester', 'procurement'],
});
