import { readChoices } from './delivery.rules.js';

describe('what somebody chose about mails', () => {
  it('is one of the three for each kind', () => expect(readChoices({ 'request.send': 'off', 'review.return': 'digest' })).toEqual({ 'request.send': 'off', 'review.return': 'digest' }));
  it.each([[{ 'request.send': 'weekly' }], [{ "x'; drop": 'off' }], [{ constructor: 'off' }], [{ 'request.send': null }]])('is nothing else: %j', (given) =>
    expect(() => readChoices(given)).toThrow('notification.choice_unknown'));
});
