import { forbidden, notFound } from '@platform-pure/errors';
import { errorView } from './error.view.js';

const all = (): boolean => true;

describe('the page of an error', () => {
  it('tells the same of a stranger’s row and of an address that never was', () => {
    const stranger = errorView({ status: 404, code: 'common.not_found', error: notFound('certificate') }, 'r', all);
    const nowhere = errorView({ status: 404, code: 'common.not_found', error: null }, 'r', all);
    expect(stranger.text.$text).toBe(nowhere.text.$text);
  });

  it('uses the words of its own code where there are some', () => {
    expect(errorView({ status: 403, code: 'portal.form_expired', error: forbidden('portal.form_expired') }, 'r', all).text.$text).toBe('portal.errors.form_expired');
    expect(errorView({ status: 403, code: 'x.unknown', error: forbidden('x.unknown') }, 'r', () => false).text.$text).toBe('portal.error.forbidden');
  });

  it('says nothing of a defect but its reference', () => {
    expect(errorView({ status: 500, code: 'common.unexpected', error: null }, 'ref-1', all)).toMatchObject({ text: { $text: 'portal.error.unexpected', params: {} }, defect: true, reference: 'ref-1' });
  });
});
