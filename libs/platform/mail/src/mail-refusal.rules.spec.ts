import { permanentRefusal } from './mail-refusal.rules.js';

const refusal = { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such user' };

describe('a refusal by the mail server', () => {
  it('is for good when the recipient or the message is answered 5xx', () => {
    expect(permanentRefusal(refusal)).toBe('550 5.1.1 no such user');
    expect(permanentRefusal({ ...refusal, code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 rejected' })).toBe('554 rejected');
  });

  it('may pass when it is answered 4xx, or when the server was not reached', () => {
    expect(permanentRefusal({ ...refusal, responseCode: 452 })).toBeNull();
    expect(permanentRefusal(Object.assign(new Error('connect'), { code: 'ECONNECTION' }))).toBeNull();
    expect(permanentRefusal(undefined)).toBeNull();
  });

  it('is not the recipient’s when the server refuses us', () => {
    expect(permanentRefusal({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 })).toBeNull();
    expect(permanentRefusal({ ...refusal, command: 'MAIL FROM' })).toBeNull();
  });
});
