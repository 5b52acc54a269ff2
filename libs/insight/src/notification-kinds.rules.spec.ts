import { NOTIFICATION_KINDS, deliveryOf, pathOf } from './notification-kinds.rules.js';

describe('how a member hears of something by mail', () => {
  it('is what the member chose, otherwise what the kind says', () => {
    expect(deliveryOf('request.send', {})).toBe('immediate');
    expect(deliveryOf('request.send', { 'request.send': 'off' })).toBe('off');
    expect(deliveryOf('review.agree', {})).toBe('digest');
    expect(deliveryOf('toString', {})).toBe('off');
  });
});

describe('what a notification is about', () => {
  it('has a place, for each side its own', () => {
    expect(pathOf('request', '1', 'request.send')).toBe('/questionnaires/1');
    expect(pathOf('request', '1', 'request.link')).toBe('/requests/1');
    expect(pathOf('response_statement', '1', 'attestation.seal')).toBe('/reviews/1');
    expect(pathOf('response_statement', '1', 'response.submit')).toBe('/signatures/1');
    expect(pathOf('member', '1', 'x.y')).toBeNull();
    expect(Object.keys(NOTIFICATION_KINDS).length).toBeGreaterThan(25);
  });
});
