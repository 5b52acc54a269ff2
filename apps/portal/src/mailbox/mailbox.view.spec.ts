import { textPieces } from './mailbox.view.js';

const OURS = 'http://localhost:3000';

describe('the text of a mail on the mailbox page', () => {
  it('links our own addresses and keeps every character', () => {
    const text = `開く: ${OURS}/join/abc\nまたは ${OURS}`;
    const pieces = textPieces(text, OURS);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.href).map((piece) => piece.href)).toEqual(['/join/abc', '/']);
  });

  it('never links a stranger’s address, not even one that begins like ours', () => {
    expect(textPieces(`${OURS}.evil.example/x https://evil.example`, OURS).every((piece) => piece.href === null)).toBe(true);
  });
});
