import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delivery, receiver, withData } from './receiver.ts';

const named = (name: string, title = 'Chief Financial Officer'): string =>
  withData({ acts: [{ kind: 'officer-departure', person: { name }, title, manner: 'left' }] });
const at = '/data/acts/0/person/name';

describe('a name is kept to the character', () => {
  it.each([
    "O'Neill",
    'O\u2019Neill',
    "d'Alembert",
    'Nguyễn Thị Minh',
    'يوسف',
    'X Æ A-12',
    'Madonna',
    'Jos\u00e9',
    'Jose\u0301',
    '李 小龍',
    'Bjørn-Åge Çelik',
    'W. Barry Gilbert, Jr.',
    'علی\u200cرضا',
    // Not to be trusted, and for the approvers to see: each is flagged in the draft.
    'Jane \u202eeoD\u202c',
    'Jane \u2066Doe\u2069',
    'Ja\u200bne',
    'Ja\u00adne',
    'J\u0430ne',
    'J\u0301\u0301\u0301\u0301\u0301\u0301ane',
    // Not to be run, and harmless as text.
    '{{constructor.constructor("return process")()}}',
    '<img src=x onerror=alert(1)>',
    '#{7*7} <%= 7*7 %>',
    '=HYPERLINK("https://evil.example","x")',
    "'; DROP TABLE officers;--",
    '../../etc/passwd',
    'null',
    'NaN',
    '%00',
    '\\u0000',
    '=?utf-8?B?Q0ZP?=',
    '<!channel>',
  ])('%s', async (name) => {
    const { answer, facts } = receiver();
    expect((await answer(delivery(named(name)))).statusCode).toBe(202);
    const [act] = facts()[0]?.data.acts ?? [];
    expect(act).toMatchObject({ kind: 'officer-departure', person: { name } });
  });
});

const oneLine =
  'must be one line of text, not empty, without control characters and without a space at either end';

describe('a name is refused', () => {
  it.each<[string, string, number, string[]]>([
    ['with a NUL', 'Jane\0Doe', 422, [oneLine]],
    ['with a backspace', 'Jane\bDoe', 422, [oneLine]],
    ['with an escape sequence', '\u001b[2JJane', 422, [oneLine]],
    ['with a control character of the upper half', 'Jane\u0085Doe', 422, [oneLine]],
    ['with a deletion', 'Jane\u007f', 422, [oneLine]],
    ['with a vertical tab', 'CFO\u000bBcc: x', 422, [oneLine]],
    ['with a header of a mail', 'CFO\r\nBcc: leak@evil.example', 422, [oneLine]],
    ['with a line of a log', 'x\n{"level":"INFO","code":"APPROVED"}', 422, [oneLine]],
    ['with a line separator', 'Jane\u2028Bcc: x', 422, [oneLine]],
    ['with a paragraph separator', 'Jane\u2029Doe', 422, [oneLine]],
    ['with a space before it', ' Jane', 422, [oneLine]],
    ['with a space after it', 'Jane\u00a0', 422, [oneLine]],
    ['with a byte order mark before it', '\ufeffJane', 422, [oneLine]],
    ['with nothing in it', '', 422, [oneLine]],
    ['with 300 characters', 'J'.repeat(300), 422, ['must have at most 120 characters']],
    ['with a character that is none', 'Jane\u{10FFFE}', 422, [oneLine]],
    ['with another that is none', 'Jane\ufdd0', 422, [oneLine]],
    ['with half a pair', 'Jane\ud800', 400, ['has half of a surrogate pair']],
    ['with the halves of a pair in the wrong order', '\udc00\ud800', 400, ['has half of a surrogate pair']],
  ])('%s', async (_, name, status, details) => {
    const { refusal, ledger, logged } = receiver();
    expect(await refusal(delivery(named(name)))).toMatchObject({
      status,
      errors: details.map((detail) => `${at} ${detail}`),
    });
    expect(ledger.facts.size).toBe(0);
    expect(JSON.stringify(logged)).not.toMatch(/Jane|Bcc|CFO/);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '31/05/2026',
    '05/06/2026',
    '2026-05-31T00:00:00',
    '20260531',
    '+002026-05-31',
    '2026-05-31\n',
    '２０２６-05-31',
    ' 2026-05-31',
    'Infinity',
    '',
  ])('where a day should be: %j', async (decided) => {
    const { refusal } = receiver();
    const { status, errors } = await refusal(delivery(withData({ decided })));
    expect([status, errors.every((error) => error.startsWith('/data/decided must be'))]).toEqual([422, true]);
  });

  it.each(['../../x', 'CON/../x', 'a/b', '%2e%2e', '/x', 'x\0', '.x', 'x'.repeat(121), 'é', ' '])(
    'where an id should be, which will be part of a key: %j',
    async (id) => {
      const { refusal } = receiver();
      const { status, errors } = await refusal(delivery(withData({ replaces: [id] })));
      expect([status, errors]).toEqual([422, [expect.stringMatching(/^\/data\/replaces\/0 must /)]]);
    },
  );
});

describe('any text', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('\0', '\ud800', '\u202e', '{{', '<'),
  );

  it('in a name or a title is kept as it is or refused where it stands, and never does harm', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit, { maxLength: 6 }),
        fc.array(unit, { maxLength: 6 }),
        async (some, others) => {
          const [name, title] = [some.join(''), others.join('')];
          const { answer, facts, refusal } = receiver();
          const event = delivery(named(name, title));
          const { statusCode } = await answer(event);
          if (statusCode === 202) expect(facts()[0]?.data.acts[0]).toMatchObject({ person: { name }, title });
          else
            for (const error of (await refusal(event)).errors)
              expect(error).toMatch(/^\/data\/acts\/0\/(person\/name|title) /);
        },
      ),
    );
  });

  it('as a subject makes a key that is safe', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 8 }), async (units) => {
        const { answer, ledger } = receiver();
        const { statusCode } = await answer(
          delivery(
            withData({ subject: undefined }).replace(
              /"subject":"[^"]*"/,
              `"subject":${JSON.stringify(units.join(''))}`,
            ),
          ),
        );
        expect([202, 400, 422]).toContain(statusCode);
        for (const key of ledger.facts.keys())
          expect(key).toMatch(
            /^releases\/iec-electronics\.[a-z0-9-]+\/events\/hr~[A-Za-z0-9._-]+\.event\.json$/,
          );
      }),
    );
  });
});
