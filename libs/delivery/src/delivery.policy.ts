import { acts } from '@platform-pure/tenancy';

export const DeliveryActs = acts('delivery', {
  read: ['anyone'],
  announce: ['supplier_contact', 'supplier_respondent'],
  receive: ['receiver'],
  /** A photo or scan of the paper that came with the goods. */
  attach: ['receiver', 'procurement'],
  return: ['procurement'],
});
