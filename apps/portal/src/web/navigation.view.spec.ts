import { navigation } from './navigation.view.js';

const hrefs = (...roles: string[]): string[] => navigation(roles, '/').map(({ href }) => href);

describe('the main navigation', () => {
  it('shows each person the places of their own work', () => {
    expect(hrefs('procurement')).toEqual(['/', '/requests', '/specifications', '/suppliers', '/orders', '/deliveries', '/inspections', '/certificates']);
    expect(hrefs('supplier_respondent')).toEqual(['/', '/questionnaires', '/deliveries', '/certificates']);
    expect(hrefs('inspector')).toEqual(['/', '/deliveries', '/inspections', '/certificates']);
    expect(hrefs('tenant_admin')).toEqual(['/', '/organization']);
  });

  it('marks where somebody is, on the pages below it too', () => {
    const current = (path: string): string[] => navigation(['procurement'], path).filter((link) => link.current).map(({ href }) => href);
    expect([current('/'), current('/requests/new'), current('/requestsx'), current('/help')]).toEqual([['/'], ['/requests'], [], []]);
  });
});
