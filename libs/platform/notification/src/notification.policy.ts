import { acts } from '@platform-pure/tenancy';

/** One's own only, whoever one is. */
export const NotificationActs = acts('notification', { read: ['anyone'], choose: ['anyone'] });
