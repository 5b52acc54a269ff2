import { NotFoundException, UnauthorizedException } from '@nestjs/common';
import { conflict, invalid, notFound, stepUpRequired, tooMany } from '@platform-pure/errors';
import { answerTo, retryAfter } from './status.js';

describe('what a stranger sees of an error', () => {
  it.each([
    [invalid('response.answer_missing'), 422, 'response.answer_missing'],
    [notFound('response'), 404, 'common.not_found'],
    [conflict('response.stale'), 409, 'response.stale'],
    [stepUpRequired(), 403, 'identity.step_up_required'],
    [tooMany('common.too_many', 90), 429, 'common.too_many'],
    [new NotFoundException('Cannot GET /secret'), 404, 'common.not_found'],
    [new UnauthorizedException(), 401, 'common.sign_in_first'],
    [Object.assign(new Error('too big'), { status: 413, expose: true }), 413, 'common.too_large'],
    [Object.assign(new Error('database password wrong'), { status: 418 }), 500, 'common.unexpected'],
    [new Error('connect ECONNREFUSED 10.0.0.1'), 500, 'common.unexpected'],
    [undefined, 500, 'common.unexpected'],
  ])('%s → %d %s', (thrown, status, code) => expect(answerTo(thrown)).toMatchObject({ status, code }));

  it('says when to come back where somebody asked too often', () => {
    expect(retryAfter(answerTo(tooMany('common.too_many', 90)))).toBe('90');
    expect(retryAfter(answerTo(notFound('response')))).toBeNull();
  });
});
