import { databaseProblem } from './database-problem.js';
import { RolesMissingError } from './roles.js';

describe('a problem with the database, said at the terminal', () => {
  it.each([
    [Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }), 'connect ECONNREFUSED 127.0.0.1:5432'],
    [Object.assign(new Error('password authentication failed for user "kenshu_owner"'), { code: '28P01' }), 'password authentication failed'],
    [Object.assign(new Error(''), { code: 'ENOTFOUND' }), 'ENOTFOUND'],
    [new RolesMissingError(['kenshu_ops']), 'kenshu migrate --admin'],
  ])('%s is one sentence', (error, says) => expect(databaseProblem(error)).toContain(says));

  it.each([new Error('a defect'), Object.assign(new Error('duplicate key'), { code: '23505' }), undefined, null])('%s is not one', (error) => expect(databaseProblem(error)).toBeNull());
});
