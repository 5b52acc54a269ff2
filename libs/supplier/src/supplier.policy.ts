import { acts } from '@platform-pure/tenancy';

/** The ledger is the buyer's own: a supplier never sees its row, nor any other supplier's (design.md §3). */
export const SupplierActs = acts('supplier', {
  read: ['anyone'],
  register: ['procurement'],
  change: ['procurement'],
  approve: ['procurement', 'risk_owner'],
  link: ['system'],
});
