import { formView } from './form.view.js';

const text = { $text: 'common.errors.not_email', params: {} };
const wrong = { field: 'email', text };

describe('a form that is drawn again', () => {
  it('keeps what was typed but never a password', () => {
    const { fields } = formView(['email', 'password'], { email: 'a@b.jp', password: 'secret' });
    expect([fields.email.value, fields.password.value]).toEqual(['a@b.jp', '']);
  });

  it('says at the field and in the summary what is wrong, and the summary leads to the field', () => {
    const { fields, problems } = formView(['email', 'password'], {}, [wrong]);
    expect(fields.email.error).toEqual(text);
    expect(fields.password.error).toBeNull();
    expect(problems).toEqual([{ text, href: '#email' }]);
  });

  it('leads to the first field when the problem concerns the whole', () => {
    expect(formView(['email'], {}, [{ ...wrong, field: null }]).problems[0].href).toBe('#email');
  });

  it('takes nothing but text from what was sent', () => {
    expect(formView(['email'], { email: ['a', 'b'] }).fields.email.value).toBe('');
    expect(formView(['roles'], { roles: ['a', { b: 1 }, ''] }).fields.roles.values).toEqual(['a']);
  });
});
