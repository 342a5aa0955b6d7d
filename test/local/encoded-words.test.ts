import { describe, expect, it } from 'vitest';
import { mailbox } from '../../functions/adapters/mail-headers.ts';
import { decodeWords } from '../../local/encoded-words.ts';

describe('the local inbox', () => {
  it.each([
    'Margaret Osei',
    'Jürgen Müller',
    '長い名前'.repeat(20),
    'Zoë ☕ of a rather long line of Zoës in Noël',
  ])('shows the name of %s as it was', (name) => {
    const shown = decodeWords(mailbox({ name, email: 'a@b.example' }));
    expect(shown.replaceAll('"', '')).toBe(`${name} <a@b.example>`);
  });
});
