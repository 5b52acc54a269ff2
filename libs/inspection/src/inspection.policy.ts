import { acts } from '@platform-pure/tenancy';

export const InspectionActs = acts('inspection', {
  read: ['anyone'],
  open: ['inspector'],
  record: ['inspector'],
  /** A photo or a scan, to an item or (the filled-in worksheet) to the whole. */
  attach: ['inspector'],
  detach: ['inspector'],
  judge: ['inspector'],
  /** What is not approved yet goes back to the inspector, with a reason. */
  send_back: ['confirmer', 'approver'],
  confirm: { roles: ['confirmer'], stepUp: true },
  approve: { roles: ['approver'], stepUp: true },
});
