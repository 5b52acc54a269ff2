import { documentNumber } from './number.rules.js';

it('a document number is padded to four digits and grows beyond them', () => {
  expect(documentNumber('SPEC', 2026, 7)).toBe('SPEC-2026-0007');
  expect(documentNumber('REQ', 2027, 12345)).toBe('REQ-2027-12345');
});
