import { acts } from '@platform-pure/tenancy';

export const InspectionActs = acts('inspection', {
  read: ['anyone'],
  open: ['inspector'],
  record: ['inspector'],
  judge: ['inspector'],
  confirm: { roles: ['confirmer'], stepUp: true },
  approve: { roles: ['approver'], stepUp: true },
});
