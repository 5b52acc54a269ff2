import type { AreaRoutes } from './routes.js';

const LINK = 'the link is the permission';

export const everyone: AreaRoutes = {
  objects: {
    'GET /organization/members/:id': (w) => ({ params: w.sato.memberId!, by: 'admin' }),
    'POST /organization/members/:id': (w) => ({ params: w.sato.memberId!, form: { displayName: '乗取 太郎' }, by: 'admin' }),
    'GET /organization/members/:id/roles': (w) => ({ params: w.sato.memberId!, by: 'admin' }),
    'POST /organization/members/:id/roles': (w) => ({ params: w.sato.memberId!, form: { roles: ['auditor'] }, by: 'admin' }),
    'GET /organization/members/:id/removal': (w) => ({ params: w.sato.memberId!, by: 'admin' }),
    'POST /organization/members/:id/removal': (w) => ({ params: w.sato.memberId!, by: 'admin' }),
    'POST /organization/invitations/:id/resend': (w) => ({ params: w.invitationId, by: 'admin' }),
    'POST /organization/invitations/:id/withdrawal': (w) => ({ params: w.invitationId, by: 'admin' }),
    'GET /organization/sites/:id': (w) => ({ params: w.ownSiteId }),
    'POST /organization/sites/:id': (w) => ({ params: w.ownSiteId, form: { name: '乗取工場', address: '大阪府堺市1-1' } }),
  },
  noObject: {
    'GET /sign-up/:token': LINK, 'GET /sign-up/:token/account': LINK, 'POST /sign-up/:token/account': LINK,
    'POST /profile/sessions/:key': 'only one’s own sessions are looked at, by the hash of their id (test/portal/profile)',
  },
  noIds: {
    'POST /sign-up': 'answers the same for everybody', 'POST /sign-up/organization': 'founds an organisation of one’s own', 'POST /profile': 'one’s own data',
    'POST /profile/password': 'one’s own password', 'POST /profile/sessions': 'one’s own sessions', 'POST /organization': 'one’s own organisation',
    'POST /organization/sign-off-policy': 'one’s own organisation', 'POST /organization/members/invite': 'a new row of one’s own', 'POST /organization/sites': 'a new row of one’s own',
  },
};
