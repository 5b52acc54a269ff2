import { acts } from '@platform-pure/tenancy';

export const DeliveryActs = acts('delivery', {
  read: ['anyone'],
  announce: ['supplier_contact', 'supplier_respondent'],
  receive: ['receiver'],
  return: ['procurement'],
});
