import { showsMailbox } from './portal-settings.js';

describe('the mailbox page', () => {
  it.each([
    [{ publicUrl: 'http://localhost:3000' }, true],
    [{ publicUrl: 'http://127.0.0.1:3000' }, true],
    [{ publicUrl: 'https://kenshu.example.jp' }, false],
    [{ publicUrl: 'http://192.0.2.7:3000' }, false],
    [{ publicUrl: 'http://localhost:3000', smtpUrl: 'smtp://mail.example.jp' }, false],
  ])('%j: %s', (config, shown) => expect(showsMailbox(config)).toBe(shown));
});
