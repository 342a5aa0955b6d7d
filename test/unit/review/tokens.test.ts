import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashCode, newCode, typedCode } from '../../../functions/domain/codes.ts';
import { codeOfMail, mailIds, numberedMail } from '../../../functions/domain/mail-ids.ts';
import { pageStamp, stampedAt } from '../../../functions/domain/page-stamps.ts';
import { isToken, newToken, nonceOf, sameSecret } from '../../../functions/domain/tokens.ts';

const bytes = (hex: string) => () => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('tokens', () => {
  it('are 160 bits in base32, as RFC 4648 writes them, in lower case', () => {
    expect(newToken(bytes('48656c6c6f21deadbeef48656c6c6f21deadbeef'))).toBe(
      'jbswy3dpehpk3pxpjbswy3dpehpk3pxp',
    );
    expect(newToken(bytes('00'.repeat(20)))).toBe('a'.repeat(32));
    expect(newToken(bytes('ff'.repeat(20)))).toBe('7'.repeat(32));
  });

  it('of any bytes are tokens, and of other bytes other ones', () => {
    const source = fc.uint8Array({ minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(source, source, (a, b) => {
        const [first, second] = [newToken(() => a), newToken(() => b)];
        expect(isToken(first)).toBe(true);
        expect(first === second).toBe(Buffer.compare(a, b) === 0);
      }),
    );
  });

  it.each(['', 'a'.repeat(31), 'a'.repeat(33), 'A'.repeat(32), `${'a'.repeat(31)}1`, `${'a'.repeat(32)}\n`])(
    'are nothing else: %j',
    (text) => {
      expect(isToken(text)).toBe(false);
    },
  );

  it('give nonces that differ by session and by action', () => {
    expect(nonceOf('a', 'decide')).toMatch(/^[0-9a-f]{64}$/);
    expect(nonceOf('a', 'decide')).not.toBe(nonceOf('b', 'decide'));
    expect(nonceOf('a', 'decide')).not.toBe(nonceOf('a', 'freeze'));
  });

  it('are compared whatever their lengths', () => {
    expect(sameSecret('secret', 'secret')).toBe(true);
    expect(sameSecret('secret', 'secret ')).toBe(false);
    expect(sameSecret('', 'secret')).toBe(false);
  });
});

describe('stamps of pages', () => {
  const token = 'a'.repeat(32);
  const at = new Date('2002-06-06T12:00:00.123Z');

  it('say when the page was made, to the link that it is of and to no other', () => {
    expect(stampedAt(token, pageStamp(token, at))).toEqual(at);
    expect(stampedAt('b'.repeat(32), pageStamp(token, at))).toBeUndefined();
  });

  it('cannot be moved in time', () => {
    const [, seal] = pageStamp(token, at).split('-');
    expect(stampedAt(token, `${(at.getTime() - 5000).toString(36)}-${seal}`)).toBeUndefined();
  });

  it('are nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(stampedAt(token, text)).toBeUndefined();
      }),
    );
  });
});

describe('codes', () => {
  it('have six digits, zeros in front included', () => {
    expect(newCode(bytes('00000007'))).toBe('000007');
    expect(newCode(bytes('000f423f'))).toBe('999999');
  });

  it('are drawn again where the draw would favour the low ones', () => {
    const draws = ['ffffffff', 'fff13d80', 'fff13d7f'].map((hex) => Buffer.from(hex, 'hex'));
    let count = 0;
    expect(newCode(() => draws[count++] ?? Buffer.alloc(4))).toBe('999999');
    expect(count).toBe(3);
  });

  it('are read as people paste them, and nothing else is', () => {
    expect(['123456', ' 123 456 ', '123-456', '1 2 3 4 5 6\n'].map(typedCode)).toEqual(
      Array(4).fill('123456'),
    );
    expect(['', '12345', '1234567', '12345a', '１２３４５６'].map(typedCode)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('hash differently for every release, approver and salt', () => {
    const of = { release: 'a', approver: 'b', salt: 'c', code: '123456' };
    const hashes = [
      of,
      { ...of, release: 'ab', approver: '' },
      { ...of, approver: 'x' },
      { ...of, salt: 'd' },
    ];
    expect(new Set(hashes.map(hashCode)).size).toBe(4);
  });

  it('are found again in the ids of their mails', () => {
    expect(codeOfMail(mailIds.of('code', 12, 'board-2', 34))).toEqual({ approver: 'board-2', code: 34 });
    expect(codeOfMail(mailIds.of('ask', 1, 'code-2'))).toBeUndefined();
    expect(codeOfMail(mailIds.of('link', 1, 'code-2', 3))).toBeUndefined();
    expect(numberedMail('link', mailIds.of('link', 1, 'code-2', 3))).toEqual({
      approver: 'code-2',
      number: 3,
    });
  });
});
