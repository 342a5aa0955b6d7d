import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCeHeader } from '../../../functions/receive/ce-headers.ts';
import { altered, type Delivery, delivery, now, receiver, workforce } from './receiver.ts';

const subject = workforce.subject ?? '';
const data = { ...workforce.data, subject };
const attributes = {
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'ce-type': 'gazette.governance.v1',
  'ce-source': '/hr/payroll',
  'ce-id': 'msg_1',
};

/** The good event in binary mode, with other headers or other data. */
const binary = (headers: Record<string, string | undefined> = {}, change: object = {}, more: Delivery = {}) =>
  delivery(JSON.stringify({ ...data, ...change }), { ...more, headers: { ...attributes, ...headers } });

const secondsLater = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

describe('an event in binary mode is taken', () => {
  it.each<[string, Record<string, string | undefined>, object?]>([
    ['with its required attributes', {}],
    ['with a charset', { 'content-type': 'application/json; charset=utf-8' }],
    ['with a media type in capitals', { 'content-type': 'Application/JSON' }],
    ['with a subject that its data repeats', { 'ce-subject': subject }],
    ['with extensions, which are not kept', { 'ce-traceparent': '00-a', 'ce-sequence': '7' }],
    ['with unneeded escapes', { 'ce-id': '%6d%73%67_1', 'ce-type': 'gazette%2Egovernance.v1' }],
    ['with quotes', { 'ce-id': '"msg_1"', 'ce-type': '"gazette.\\governance.v1"' }],
    ['with the time of its signature', { 'ce-time': secondsLater(0) }],
    ['with a time at the edge of the tolerance', { 'ce-time': secondsLater(-300) }],
    ['with a time at the other edge, in another zone', { 'ce-time': '2002-06-05T17:05:00-04:00' }],
    ['for the day of a decision, without a subject', {}, { subject: undefined, decided: '2002-06-05' }],
  ])('%s', async (_, headers, change) => {
    const { answer, facts } = receiver();
    expect((await answer(binary(headers, change))).statusCode).toBe(202);
    expect(facts().map(({ id, proof }) => [id, proof.deliveryId])).toEqual([['msg_1', 'msg_1']]);
  });

  it('as the same fact that structured mode makes of it', async () => {
    const { answer, facts } = receiver();
    await answer(binary());
    await answer(delivery(altered({ id: 'msg_2', time: now.toISOString() })));
    const [one, other] = facts().map(({ id: _, proof: __, ...fact }) => fact);
    expect(one).toEqual(other);
  });

  it('at the time of its signature, where it names none', async () => {
    const { answer, facts } = receiver();
    await answer(binary({}, {}, { signedAt: new Date(now.getTime() - 60_000) }));
    expect(facts()[0]?.time).toBe(secondsLater(-60));
  });

  it('as one without a time, where none is signed and it names none', async () => {
    const token = 'gazette-test-token-0123';
    const { answer, facts } = receiver({
      secrets: { secretsOf: async () => ({ current: token }) },
      sources: { hr: { name: 'HR', scheme: 'bearer', companies: ['iec-electronics'] } },
    });
    const body = JSON.stringify(data);
    const digest = hash('sha256', body);
    const headers = { ...attributes, authorization: `Bearer ${token}`, 'ce-id': digest };
    await answer(delivery(body, { headers }));
    expect(facts()).toMatchObject([{ time: now.toISOString(), untimed: true }]);
    await answer(
      delivery(`${body} `, {
        headers: { ...headers, 'ce-id': hash('sha256', `${body} `), 'ce-time': secondsLater(0) },
      }),
    );
    expect(facts()[1]?.untimed).toBeUndefined();
  });

  it('once, although a redelivery is signed anew', async () => {
    const { answer, facts } = receiver();
    for (const seconds of [0, 60, 120])
      await answer(binary({}, {}, { signedAt: new Date(now.getTime() + seconds * 1000) }));
    expect(facts()).toHaveLength(1);
  });

  it('with a subject of any characters', async () => {
    const names: [string, string][] = [
      ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
      ['%e2%82%ac', '€'],
      ['%2525', '%25'],
      ['"a \\"b\\""', 'a "b"'],
      ['100%25', '100%'],
    ];
    for (const [header, value] of names) {
      const { answer, facts } = receiver();
      await answer(binary({ 'ce-subject': header }, { subject: value }));
      expect(facts().map((fact) => fact.subject)).toEqual([value]);
    }
  });
});

describe('an event in binary mode is refused', () => {
  const invalid = 'event-invalid';
  const unsigned = 'attribute-not-signed';
  const unreadable = 'must be printable ASCII, other characters as percent-encoded UTF-8';

  it.each<[string, Record<string, string | undefined>, object, number, string, string[]]>([
    ['without an id', { 'ce-id': undefined }, {}, 422, invalid, ['/id is missing']],
    ['without a source', { 'ce-source': undefined }, {}, 422, invalid, ['/source is missing']],
    ['without a type', { 'ce-type': undefined }, {}, 422, invalid, ['/type is missing']],
    ['without a version', { 'ce-specversion': undefined }, {}, 422, invalid, ['/specversion is missing']],
    [
      'with an empty id',
      { 'ce-id': '' },
      {},
      422,
      invalid,
      ['/id must be letters, digits, dots, underscores and hyphens'],
    ],
    ['with another version', { 'ce-specversion': '0.3' }, {}, 422, invalid, ['/specversion must be "1.0"']],
    [
      'with its media type twice',
      { 'ce-datacontenttype': 'application/json' },
      {},
      422,
      invalid,
      ['/datacontenttype must not be a header: Content-Type says it'],
    ],
    [
      'with headers that are no attributes',
      { 'ce-data': '{}', 'ce-data_base64': 'e30=', 'ce-': 'x' },
      {},
      422,
      invalid,
      ['/data', '/data_base64', '/'].map((at) => `${at} is not the name of an attribute`),
    ],
    ...[
      '%C0%A0',
      '%ED%A0%80',
      '%',
      '%4',
      '%zz',
      '"open',
      'open"',
      'a "b" c',
      '"a\\"',
      'caf\u00e9',
      '%ff',
    ].map((value): [string, Record<string, string>, object, number, string, string[]] => [
      `with a subject that cannot be read: ${value}`,
      { 'ce-subject': value },
      {},
      422,
      invalid,
      [`/subject ${unreadable}`],
    ]),
    [
      'with an id twice',
      { 'ce-id': 'msg_1,msg_1' },
      {},
      422,
      invalid,
      ['/id must be letters, digits, dots, underscores and hyphens'],
    ],
    [
      'with another id',
      { 'ce-id': 'msg_2' },
      {},
      422,
      unsigned,
      ['/id must be the id that is signed with the delivery'],
    ],
    [
      'with another subject',
      { 'ce-subject': 'x' },
      {},
      422,
      unsigned,
      ['/subject must be the same as data.subject'],
    ],
    [
      'with a subject in its headers alone',
      { 'ce-subject': subject },
      { subject: undefined, decided: '2002-06-05' },
      422,
      unsigned,
      ['/subject must be the same as data.subject'],
    ],
    [
      'with nothing signed that names its release',
      {},
      { subject: undefined, decided: undefined },
      422,
      unsigned,
      ['/data/subject is missing, and data.decided is too'],
    ],
    ...[301, -301].map((seconds): [string, Record<string, string>, object, number, string, string[]] => [
      `with a time ${seconds} seconds from that of its signature`,
      { 'ce-time': secondsLater(seconds) },
      {},
      422,
      unsigned,
      ['/time must be within 300 seconds of the signed time, or left out'],
    ]),
    [
      'with a time that is none',
      { 'ce-time': '2002-02-30T00:00:00' },
      {},
      422,
      invalid,
      ['/time must be a date and time with a zone, such as 2002-06-06T12:00:00Z'],
    ],
    [
      'with all of it wrong at once',
      { 'ce-id': 'x', 'ce-subject': 'x', 'ce-time': secondsLater(-3600) },
      {},
      422,
      unsigned,
      [
        '/id must be the id that is signed with the delivery',
        '/subject must be the same as data.subject',
        '/time must be within 300 seconds of the signed time, or left out',
      ],
    ],
    ['with data of another media type', { 'content-type': 'text/xml' }, {}, 415, 'media-type', []],
    ['with data that nobody knows', {}, { ssn: 'x' }, 422, invalid, ['/data/ssn is not a known field']],
  ])('%s', async (_, headers, change, status, kind, errors) => {
    const { refusal, ledger } = receiver();
    expect(await refusal(binary(headers, change))).toMatchObject({ status, kind, errors });
    expect(ledger.facts.size).toBe(0);
  });

  it('where its data is not one JSON object, each name once', async () => {
    const { refusal } = receiver();
    const send = (body: string) => refusal(delivery(body, { headers: attributes }));
    expect(await send('[]')).toMatchObject({ status: 422, errors: ['/data must be an object'] });
    expect(await send('{')).toMatchObject({ status: 400, kind: 'json' });
    expect(await send('{"company":"a","company":"b"}')).toMatchObject({
      kind: 'json-unsafe',
      errors: ['/data/company stands twice in its object'],
    });
  });

  it('where its data is a whole event, so that no signed body is good in both modes', async () => {
    const { refusal, ledger } = receiver();
    const { status } = await refusal(delivery(altered({ id: 'msg_1' }), { headers: attributes }));
    const { 'content-type': _, ...headers } = attributes;
    const structured = await refusal(delivery(JSON.stringify(data), { headers }));
    expect([status, structured.status, ledger.facts.size]).toEqual([422, 422, 0]);
  });
});

describe('the header of an attribute', () => {
  it('says what was written into it, in any of the ways that CloudEvents has had', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text.isWellFormed());
        expect(readCeHeader(encodeURIComponent(text))).toBe(text);
        expect(readCeHeader(`"${encodeURIComponent(text)}"`)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const quoted = `"${text.replaceAll('%', '%25').replaceAll(/["\\]/g, '\\$&')}"`;
        expect(readCeHeader(quoted)).toBe(text);
      }),
    );
  });
});
