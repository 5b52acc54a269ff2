import { acts } from '@platform-pure/tenancy';

const BUYERS = ['procurement', 'requester'] as const;

/** The buyer examines, returns or agrees; the supplier replies. Agreeing governs an order, so it needs a fresh second factor (design §5). */
export const ReviewActs = acts('review', {
  read: ['anyone'],
  note: [...BUYERS, 'external_expert', 'inspector'],
  return: BUYERS,
  reply: ['supplier_contact', 'supplier_respondent', 'supplier_signer', 'supplier_psirt', 'external_expert'],
  agree: { roles: BUYERS, stepUp: true },
  /** 代理登録: a reply that came by mail or on paper. */
  register_proxy: ['procurement'],
});
