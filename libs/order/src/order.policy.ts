import { acts } from '@platform-pure/tenancy';

export const OrderActs = acts('order', {
  read: ['anyone'],
  register: ['procurement'],
  /** Of a draft; what was ordered stands. */
  change: ['procurement'],
  place: ['procurement'],
  cancel: ['procurement'],
  /** Shows the lines of a factory site to the organisation that joined for it afterwards. */
  share: ['system'],
});
