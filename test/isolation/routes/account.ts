import type { AreaRoutes } from './routes.js';

const LINK = 'the link is the permission';
const MAILBOX = 'the example’s mailbox, open without SMTP only';

export const account: AreaRoutes = {
  noObject: {
    'GET /invitations/:token': LINK, 'POST /invitations/:token': LINK, 'GET /join/:token': LINK, 'GET /join/:token/account': LINK, 'POST /join/:token': LINK,
    'POST /join/:token/account': LINK, 'GET /join/:token/forward': LINK, 'POST /join/:token/forward': LINK, 'GET /password-reset/:token': LINK, 'POST /password-reset/:token': LINK, 'GET /mailbox/:id': MAILBOX, 'GET /mailbox/:id/eml': MAILBOX,
  },
  forms: { 'POST /organizations': (w) => [{ organizationId: w.buyer }] },
  noIds: {
    'POST /sign-in': 'who somebody is', 'POST /sign-out': 'one’s own session', 'POST /password-reset': 'answers the same for everybody', 'POST /language': 'one’s own language',
    'POST /step-up': 'one’s own session', 'POST /step-up/code': 'one’s own session',
  },
};
