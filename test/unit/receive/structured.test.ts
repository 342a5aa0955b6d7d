import { describe, expect, it } from 'vitest';
import { altered, delivery, receiver, withData, workforce } from './receiver.ts';

const { data: _, ...envelope } = workforce;
const inBase64 = (data: string | Buffer, change: object = {}): string =>
  JSON.stringify({ ...envelope, ...change, data_base64: Buffer.from(data).toString('base64') });
const data = JSON.stringify(workforce.data);

describe('an event in structured mode is taken', () => {
  it.each<[string, string]>([
    ['with null for what is not set', altered({ subject: null, datacontenttype: null, traceparent: null })],
    ['with extensions, which are not kept', altered({ traceparent: '00-a', sampled: true, sequence: 7 })],
    ['with its media type in capitals', altered({ datacontenttype: 'Application/JSON; charset=UTF-8' })],
    ['with its data in base64', inBase64(data)],
    ['with its subject in its data', withData({ subject: workforce.subject })],
    [
      'with its subject in its data alone',
      altered({ subject: null, data: { ...workforce.data, subject: 'x' } }),
    ],
  ])('%s', async (_, body) => {
    const { answer, facts } = receiver();
    expect((await answer(delivery(body))).statusCode).toBe(202);
    const [fact] = facts();
    expect(fact?.data).toEqual(workforce.data);
    expect(fact?.id).toBe(workforce.id);
  });

  it('with a subject that is the same wherever it stands', async () => {
    const subjects = [
      altered({}),
      withData({ subject: workforce.subject }),
      altered({ subject: undefined, data: { ...workforce.data, subject: workforce.subject } }),
    ];
    for (const body of subjects) {
      const { answer, facts } = receiver();
      await answer(delivery(body));
      expect(facts().map(({ subject, release }) => [subject, release])).toEqual([
        [workforce.subject, 'iec-electronics.newark-restructuring'],
      ]);
    }
  });

  it('whatever its headers say of it', async () => {
    const { answer, facts } = receiver();
    const headers = { 'ce-id': 'another', 'ce-subject': 'another', 'ce-datacontenttype': 'text/xml' };
    expect((await answer(delivery(altered({}), { headers }))).statusCode).toBe(202);
    expect(facts()[0]?.id).toBe(workforce.id);
  });
});

describe('an event in structured mode is refused', () => {
  it.each<[string, string, number, string, string[]]>([
    ['an array', `[${altered({})}]`, 422, 'event-invalid', [' must be an object']],
    ['a string', '"x"', 422, 'event-invalid', [' must be an object']],
    ['null', 'null', 422, 'event-invalid', [' must be an object']],
    ['a number', '123', 422, 'event-invalid', [' must be an object']],
    ['no source', altered({ source: undefined }), 422, 'event-invalid', ['/source is missing']],
    ['a null source', altered({ source: null }), 422, 'event-invalid', ['/source is missing']],
    [
      'a source that is no URI reference',
      altered({ source: '/hr payroll' }),
      422,
      'event-invalid',
      ['/source must be a URI reference, such as /hr/payroll'],
    ],
    [
      'an empty id',
      altered({ id: '' }),
      422,
      'event-invalid',
      ['/id must be letters, digits, dots, underscores and hyphens'],
    ],
    ['an id that is a number', altered({ id: 7 }), 422, 'event-invalid', ['/id must be a string']],
    [
      'another version',
      altered({ specversion: '0.2' }),
      422,
      'event-invalid',
      ['/specversion must be "1.0"'],
    ],
    [
      'a version that is a number',
      altered({ specversion: 1 }),
      422,
      'event-invalid',
      ['/specversion must be "1.0"'],
    ],
    [
      'another type',
      altered({ type: 'com.example.someevent' }),
      422,
      'event-invalid',
      ['/type must be "gazette.governance.v1"'],
    ],
    ['no time', altered({ time: undefined }), 422, 'event-invalid', ['/time is missing']],
    ['no data', altered({ data: undefined }), 422, 'event-invalid', ['/data is missing']],
    ['null data', altered({ data: null }), 422, 'event-invalid', ['/data must be an object']],
    ['data as a string', altered({ data }), 422, 'event-invalid', ['/data must be an object']],
    [
      'data of another media type',
      altered({ datacontenttype: 'text/xml' }),
      422,
      'event-invalid',
      ['/datacontenttype must be "application/json"'],
    ],
    [
      'names that no attribute has',
      altered({ Subject: 'x', trace_parent: 'x' }),
      422,
      'event-invalid',
      ['/Subject is not the name of an attribute', '/trace_parent is not the name of an attribute'],
    ],
    [
      'extensions that are no attributes',
      altered({ a: {}, b: [1], c: 1.5 }),
      422,
      'event-invalid',
      ['/a', '/b', '/c'].map((at) => `${at} must be a string, a boolean or an integer`),
    ],
    [
      'data twice',
      JSON.stringify({ ...workforce, data_base64: 'e30=' }),
      422,
      'event-invalid',
      ['/data_base64 must not stand beside data'],
    ],
    [
      'data in base64 without its media type',
      inBase64(data, { datacontenttype: undefined }),
      422,
      'event-invalid',
      ['/datacontenttype is missing, and without it nobody knows what data_base64 holds'],
    ],
    ...[7, null, '', 'e30', 'e30=\n', '_-8='].map((encoded): [string, string, number, string, string[]] => [
      `data in what is no base64: ${JSON.stringify(encoded)}`,
      JSON.stringify({ ...envelope, datacontenttype: 'application/json', data_base64: encoded }),
      encoded === '' ? 400 : 422,
      encoded === '' ? 'json' : 'event-invalid',
      encoded === '' ? [] : ['/data_base64 must be base64'],
    ]),
    ['what is no JSON, in base64', inBase64('{'), 400, 'json', []],
    ['bytes that are no UTF-8, in base64', inBase64(Buffer.from([0x22, 0xff, 0x22])), 400, 'json', []],
    [
      'a name twice, in base64',
      inBase64('{"company":"a","company":"b"}'),
      400,
      'json-unsafe',
      ['/data/company stands twice in its object'],
    ],
    [
      'two subjects',
      withData({ subject: 'another' }),
      422,
      'event-invalid',
      ['/data/subject must be the subject of the event'],
    ],
    [
      'a field that nobody knows',
      withData({ ssn: '078-05-1120' }),
      422,
      'event-invalid',
      ['/data/ssn is not a known field'],
    ],
    [
      'another company',
      withData({ company: 'halden-optics' }),
      403,
      'company',
      ['/data/company is not one of the companies of this source'],
    ],
    [
      'a company that there is not',
      withData({ company: 'nobody' }),
      403,
      'company',
      ['/data/company is not one of the companies of this source'],
    ],
  ])('with %s', async (_, body, status, kind, errors) => {
    const { refusal, ledger } = receiver();
    expect(await refusal(delivery(body))).toMatchObject({ status, kind, errors });
    expect(ledger.facts.size).toBe(0);
  });

  it.each([{}, [], ['Jane'], true, 0, { $gt: '' }, { S: 'x' }, null, 1e21])(
    'with a name of another type: %j',
    async (name) => {
      const { refusal } = receiver();
      const acts = [{ kind: 'officer-departure', person: { name }, manner: 'left' }];
      expect((await refusal(delivery(withData({ acts })))).status).toBeGreaterThanOrEqual(400);
      const { errors } = await refusal(delivery(withData({ acts })));
      expect(errors).toEqual([
        expect.stringMatching(/^\/data\/acts\/0\/person\/name (must be a string|is a number)/),
      ]);
    },
  );

  it('with a flag in words, which would be true wherever it is asked', async () => {
    const acts = [{ kind: 'workforce-reduction', confirmed: 'false' }];
    expect(await receiver().refusal(delivery(withData({ acts })))).toMatchObject({
      status: 422,
      errors: ['/data/acts/0/confirmed is not a known field'],
    });
  });
});
