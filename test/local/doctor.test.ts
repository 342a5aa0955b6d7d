import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type SchemeName, schemes } from '../../functions/sources/schemes.ts';
import { sign } from '../../functions/sources/sign.ts';
import { readCapture } from '../../local/doctor/capture.ts';
import { diagnose } from '../../local/doctor/diagnose.ts';
import { headerOf, now, schemeNames, secretFor, signingNames } from '../unit/sources/deliveries.ts';

type Headers = Record<string, string | readonly string[]>;

const text = '{"id": "1",\n  "url": "https://example.com/a", "name": "Zoë", "acts": [1, 2]}';
const secretOf = (name: SchemeName): string => secretFor(schemes[name], 7);
const signed = (name: SchemeName, body = text, timestamp = now, secret = secretOf(name)) =>
  sign(schemes[name], secret, { id: 'msg_1', timestamp, body: Buffer.from(body) });

/** A captured request, as text. */
const captured = (headers: Headers, body: string | Buffer = text): Buffer => {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}`),
  );
  const head = ['POST /events/hr HTTP/1.1', 'Host: gazette.example', ...lines].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]);
};

const secretsOf = (name: SchemeName) => ({
  current: secretOf(name),
  previous: secretFor(schemes[name], 8),
  others: { board: secretFor(schemes[name], 9) },
});

const examine = (name: SchemeName, capture: Buffer, at = now) =>
  diagnose(readCapture(capture), {
    scheme: schemes[name],
    secrets: secretsOf(name),
    at,
    toleranceSeconds: undefined,
  });

/** A delivery in `standard-webhooks` whose signature is made by hand. */
const byHand = (
  made: {
    key?: Buffer;
    message?: string;
    hash?: string;
    written?: (mac: Buffer) => string;
    time?: string;
  } = {},
): Headers => {
  const right = Buffer.from(secretOf('standard-webhooks').slice('whsec_'.length), 'base64');
  const { key = right, time = '1614265330', hash = 'sha256' } = made;
  const { message = `msg_1.${time}.${text}`, written = (mac) => `v1,${mac.toString('base64')}` } = made;
  const signature = written(createHmac(hash, key).update(message).digest());
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': time, 'webhook-signature': signature };
};

const standard = 'standard-webhooks';
const without = (headers: Headers, name: string): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
const renamed = (headers: Headers, from: string, to: string): Headers => ({
  ...without(headers, from),
  [to]: headers[from] ?? '',
});

describe('a delivery that is right', () => {
  it.each(schemeNames)('verifies in %s', (name) => {
    expect(examine(name, captured(signed(name)))).toEqual({
      verifies: true,
      findings: ['It verifies with the current secret.'],
    });
  });

  it('verifies with the previous secret, and says so', () => {
    const headers = signed(standard, text, now, secretFor(schemes[standard], 8));
    expect(examine(standard, captured(headers)).findings).toEqual(['It verifies with the previous secret.']);
  });
});

const compact = JSON.stringify(JSON.parse(text));
const indented = (space: number | string) => JSON.stringify(JSON.parse(text), undefined, space);

describe('a body that was changed after it was signed', () => {
  it.each<[string, string, string, RegExp]>([
    ['compact JSON', compact, text, /signed as compact JSON, and came/],
    ['JSON indented by 2', indented(2), compact, /indented by 2 spaces/],
    ['JSON as a file holds it', `${indented(2)}\n`, compact, /indented by 2 spaces, with a line break/],
    ['JSON indented by 4', indented(4), compact, /indented by 4 spaces/],
    ['JSON indented by tabs', indented('\t'), compact, /indented by tabs/],
    ['escaped characters', compact.replace('ë', '\\u00eb'), compact, /other characters than ASCII escaped/],
    ['characters that came escaped', compact, compact.replace('ë', '\\u00eb'), /signed as compact JSON, and/],
    ['escaped slashes', compact.replaceAll('/', '\\/'), compact, /slashes escaped/],
    [
      'what PHP writes',
      compact.replaceAll('/', '\\/').replace('ë', '\\u00eb'),
      compact,
      /slashes and other characters than ASCII escaped/,
    ],
    [
      'what Python writes',
      compact.replaceAll(/([,:])(?!\/)/g, '$1 ').replace('ë', '\\u00eb'),
      compact,
      /a space after commas and colons, other characters than ASCII escaped/,
    ],
    ['names in order', '{"a":1,"b":2}', '{"b":2,"a":1}', /names in order/],
    ['a line break at its end', `${text}\n`, text, /with a line break at its end/],
    ['no line break at its end', text, `${text}\n`, /without the white space at its end/],
    ['CRLF', text.replaceAll('\n', '\r\n'), text, /with CRLF for line breaks/],
    ['LF', text, text.replaceAll('\n', '\r\n'), /with LF for line breaks/],
    ['base64', Buffer.from(text).toString('base64'), text, /after it was put into base64/],
    ['what base64 holds', text, Buffer.from(text).toString('base64'), /before it is put into base64/],
    ['a byte order mark', `\ufeff${text}`, text, /with a byte order mark/],
    ['nothing', '', text, /as an empty text/],
  ])('is told of where %s was signed', (_, before, after, expected) => {
    for (const name of signingNames) {
      const { verifies, findings } = examine(name, captured(signed(name, before), after));
      expect([name, verifies, findings.length, findings[0]]).toEqual([
        name,
        false,
        1,
        expect.stringMatching(expected),
      ]);
    }
  });
});

const secret = secretOf(standard);
const other = Buffer.from(secretFor(schemes[standard], 9).slice('whsec_'.length), 'base64');

describe('a delivery that was signed in another way', () => {
  it.each<[string, Headers, RegExp]>([
    [
      'of time and body',
      byHand({ message: `1614265330.${text}` }),
      /signed is \{timestamp\}\.\{body\}\. It must be/,
    ],
    ['of body and time', byHand({ message: `${text}.1614265330` }), /signed is \{body\}\.\{timestamp\}/],
    ['of the body alone', byHand({ message: text }), /signed is \{body\}\. It must be/],
    [
      'without separators',
      byHand({ message: `msg_11614265330${text}` }),
      /signed is \{id\}\{timestamp\}\{body\}/,
    ],
    [
      'with other separators',
      byHand({ message: `msg_1:1614265330:${text}` }),
      /\{id\}:\{timestamp\}:\{body\}/,
    ],
    ['of time and id', byHand({ message: `1614265330.msg_1.${text}` }), /\{timestamp\}\.\{id\}\.\{body\}/],
    [
      'of a time in milliseconds',
      byHand({ message: `msg_1.1614265330000.${text}` }),
      /another unit .*milliseconds/,
    ],
    [
      'with the whole secret as text',
      byHand({ key: Buffer.from(secret) }),
      /key was the text of the secret\. .*base64/,
    ],
    [
      'without whsec_ as text',
      byHand({ key: Buffer.from(secret.slice(6)) }),
      /text of the secret after whsec_/,
    ],
    ['with a line break', byHand({ key: Buffer.from(`${secret}\n`) }), /line break at its end/],
    ['without a key', byHand({ key: Buffer.alloc(0) }), /key was an empty text/],
    ['with the secret of another', byHand({ key: other }), /secret of board/],
    ['in hex', byHand({ written: (mac) => `v1,${mac.toString('hex')}` }), /in hex\. It must be in base64/],
    [
      'in base64url',
      byHand({ written: (mac) => `v1,${mac.toString('base64url')}` }),
      /not written|base64url/,
    ],
    [
      'in base64 of hex',
      byHand({ written: (mac) => `v1,${Buffer.from(mac.toString('hex')).toString('base64')}` }),
      /base64 of hex/,
    ],
    [
      'without a label',
      byHand({ written: (mac) => mac.toString('base64') }),
      /no label .* Put v1, or v1a, right/,
    ],
    ['with another label', byHand({ written: (mac) => `sha256=${mac.toString('base64')}` }), /no label/],
    ['with HMAC-SHA-1', byHand({ hash: 'sha1' }), /is HMAC-SHA-1\. It must be HMAC-SHA-256/],
    ['with HMAC-SHA-512', byHand({ hash: 'sha512' }), /is HMAC-SHA-512\. It must be HMAC-SHA-256/],
    [
      'with a time in milliseconds',
      byHand({ time: '1614265330000' }),
      /is in milliseconds\. It must be in seconds/,
    ],
    [
      'with a time in ISO 8601',
      byHand({ time: '2021-02-25T15:02:10Z' }),
      /is in ISO 8601\. It must be in seconds/,
    ],
    ['with a time in words', byHand({ time: 'now' }), /is no time that can be read/],
  ])('%s', (_, headers, expected) => {
    const { verifies, findings } = examine(standard, captured(headers));
    expect([verifies, findings.length, findings[0]]).toEqual([false, 1, expect.stringMatching(expected)]);
  });

  it('in upper case', () => {
    const { 'x-hub-signature-256': value = '' } = signed('github-like');
    const upper = { 'X-Hub-Signature-256': `sha256=${value.slice(7).toUpperCase()}` };
    expect(examine('github-like', captured(upper)).findings).toEqual([
      'The signature is in upper case. It must be in lower case.',
    ]);
  });

  it('with two mistakes at once', () => {
    const headers = byHand({ key: Buffer.from(secret), message: `1614265330.${compact}` });
    expect(examine(standard, captured(headers, compact)).findings).toHaveLength(2);
  });

  it('in no way that is known, where nothing is guessed', () => {
    const { findings } = examine(standard, captured(byHand({ key: Buffer.from('somebody else') })));
    expect(findings).toEqual([expect.stringMatching(/^The format is right; check the secret\./)]);
  });

  it('that cannot be read', () => {
    const { findings } = examine(standard, captured(byHand({ written: () => 'v1,short' })));
    expect(findings).toEqual([
      expect.stringMatching(
        /^The signature cannot be read\. .*\{id\}\.\{timestamp\}\.\{body\} in base64 after v1,/,
      ),
    ]);
  });
});

describe('headers', () => {
  it.each<[string, Headers, RegExp]>([
    ['no signature', without(signed(standard), 'webhook-signature'), /^webhook-signature is missing\.$/],
    ['no id', without(signed(standard), 'webhook-id'), /^webhook-id is missing\.$/],
    ['no time', without(signed(standard), 'webhook-timestamp'), /^webhook-timestamp is missing\.$/],
    [
      'a signature under another name',
      renamed(signed(standard), 'webhook-signature', 'svix-signature'),
      /webhook-signature is missing, and svix-signature looks like it/,
    ],
    [
      'an id under another name',
      renamed(signed(standard), 'webhook-id', 'svix-id'),
      /webhook-id is missing, and svix-id looks like it/,
    ],
    [
      'a time under another name',
      renamed(signed(standard), 'webhook-timestamp', 'svix-timestamp'),
      /webhook-timestamp is missing, and svix-timestamp looks like it/,
    ],
    [
      'an id twice',
      { ...signed(standard), 'webhook-id': ['msg_1', 'msg_1'] },
      /webhook-id came more than once/,
    ],
    ['an id with a dot', { ...signed(standard), 'webhook-id': 'msg.1' }, /webhook-id must have/],
  ])('%s', (_, headers, expected) => {
    const { verifies, findings } = examine(standard, captured(headers));
    expect([verifies, findings[0]]).toEqual([false, expect.stringMatching(expected)]);
  });

  it('a body that is not as long as they say', () => {
    const headers = { ...signed(standard), 'content-length': String(text.length + 1) };
    expect(examine(standard, captured(headers, compact)).findings[0]).toMatch(/^Content-Length says/);
  });
});

describe('a clock', () => {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

  it.each(signingNames.filter((name) => 'timestamp' in schemes[name]))(
    'is told of in %s, if only that is wrong',
    (name) => {
      expect(examine(name, captured(signed(name)), later(300)).verifies).toBe(true);
      expect(examine(name, captured(signed(name)), later(301)).findings).toEqual([
        expect.stringMatching(/^It was signed 5 minutes and 1 second before .* may be 300 seconds off/),
      ]);
      expect(examine(name, captured(signed(name)), later(-90_000)).findings).toEqual([
        expect.stringMatching(/^It was signed 1 day and 1 hour after /),
      ]);
    },
  );

  it('is told of beside what else is wrong', () => {
    const late = captured(signed(standard, compact), text);
    expect(examine(standard, late, later(86_400)).findings).toHaveLength(2);
  });
});

describe('a token', () => {
  const token = secretOf('bearer');
  it.each<[string, Headers, RegExp]>([
    ['in another header', { 'x-api-key': token }, /the token is in x-api-key/],
    ['in no header', {}, /^Authorization is missing\.$/],
    ['after another word', { authorization: `Token ${token}` }, /must stand after "Bearer "/],
    [
      'in base64',
      { authorization: `Bearer ${Buffer.from(token).toString('base64')}` },
      /was put into base64/,
    ],
    ['of another source', { authorization: `Bearer ${secretFor(schemes.bearer, 9)}` }, /token of board/],
    ['of nobody', { authorization: 'Bearer abc' }, /is another one/],
  ])('%s', (_, headers, expected) => {
    expect(examine('bearer', captured(headers)).findings).toEqual([expect.stringMatching(expected)]);
  });
});

describe('a secret that is not as its scheme wants it', () => {
  it('is told of, and so is what was done with it', () => {
    const headers = byHand({ key: Buffer.from('short secret') });
    const { findings } = diagnose(readCapture(captured(headers)), {
      scheme: schemes[standard],
      secrets: { current: 'short secret', others: {} },
      at: now,
      toleranceSeconds: undefined,
    });
    expect(findings).toEqual([
      expect.stringMatching(/^A secret is not base64/),
      expect.stringMatching(/key was the text of the secret/),
    ]);
  });
});

describe('what is told', () => {
  it('never holds a secret or the right signature', () => {
    for (const name of schemeNames)
      for (const capture of [
        captured(signed(name, compact)),
        captured({ ...signed(name), [headerOf(name)]: 'x' }),
        captured({ 'x-key': secretOf(name) }),
      ]) {
        const { findings } = examine(name, capture);
        const right = Object.values(signed(name)).find((value) => value.length > 30) ?? '';
        for (const hidden of [secretOf(name), right, right.replace(/^.*[,=](?=.{30})/, '')])
          expect(findings.join('\n')).not.toContain(hidden);
      }
  });
});
