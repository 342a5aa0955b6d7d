import { describe, expect, it } from 'vitest';
import { readBy } from './samples.ts';

type Field = readonly [name: string, value: string | null];

const letter: readonly Field[] = [
  ['governance_event', 'officer.departed'],
  ['officer_name', 'Marcus Thiele'],
  ['office', 'Chief Financial Officer'],
];

const asFields = (fields: readonly Field[]) =>
  fields.map(([name, value]) => ({ name, value, show: 'false' }));

const envelope = (fields: readonly Field[], more: object = {}) => ({
  event: 'envelope-completed',
  retryCount: 0,
  data: {
    accountId: 'acct',
    envelopeId: 'env-1',
    envelopeSummary: {
      completedDateTime: '2026-11-17T02:40:52Z',
      customFields: { textCustomFields: asFields(fields), listCustomFields: null },
    },
  },
  ...more,
});

const nothing = { outcome: 'ignored', reason: 'no-governance-event' };
const read = (body: object) => readBy('docusign-connect', body);

describe('a DocuSign envelope', () => {
  it('that is sent again is the same event, however often it was tried', () => {
    const again = { retryCount: 3, generatedDateTime: '2026-11-17T09:00:00Z', configurationId: 12 };
    expect(read(envelope(letter, again))).toStrictEqual(read(envelope(letter)));
  });

  it.each<[string, object]>([
    ['has no custom fields', { event: 'envelope-completed', data: { envelopeId: 'env-1' } }],
    ['has none of ours', envelope([['department', 'Optics']])],
    [
      'is an ordinary contract, whatever it calls its fields',
      envelope([
        ['reason', 'a'],
        ['reason', 'b'],
      ]),
    ],
    ['has an empty governance_event', envelope([['governance_event', ' ']])],
    ['was only sent', envelope(letter, { event: 'envelope-sent' })],
    ['was only signed by one', envelope(letter, { event: 'recipient-completed' })],
    ['is of an event that every object has', envelope(letter, { event: 'constructor' })],
  ])('that %s announces nothing', (_, body) => {
    expect(read(body)).toEqual(nothing);
  });

  it('may have its event in a list to choose from', () => {
    const body = envelope([]);
    const customFields = {
      textCustomFields: asFields(letter.slice(1)),
      listCustomFields: [{ name: 'governance_event', value: 'officer.departed', listItems: [] }],
    };
    const chosen = {
      ...body,
      data: { ...body.data, envelopeSummary: { ...body.data.envelopeSummary, customFields } },
    };
    expect(read(chosen)).toStrictEqual(read(envelope(letter)));
  });

  it('says why somebody leaves in the words that the company has chosen', () => {
    const reason = 'electing not to continue in management';
    const fields: Field[] = [...letter, ['manner', 'resigned'], ['reason', reason]];
    expect(read(envelope(fields))).toMatchObject({ acts: [{ manner: 'resigned', reason }] });
  });

  it.each([
    ['Leila Haddad', { person: { name: 'Leila Haddad' } }],
    ['Leila Haddad (interim)', { person: { name: 'Leila Haddad' }, capacity: 'interim' }],
    ['Leila Haddad (Acting)', { person: { name: 'Leila Haddad' }, capacity: 'acting' }],
    ['Robert (Bob) Roe', { person: { name: 'Robert (Bob) Roe' } }],
  ])('names the successor as %s', (successor, expected) => {
    expect(read(envelope([...letter, ['successor', successor]]))).toMatchObject({
      acts: [
        { kind: 'officer-departure' },
        { kind: 'officer-appointment', succeeds: { name: 'Marcus Thiele' }, ...expected },
      ],
    });
  });

  it('appoints nobody but the officer whom it appoints', () => {
    const fields: Field[] = [
      ['governance_event', 'officer.appointed'],
      ['officer_name', 'Leila Haddad'],
      ['successor', 'John Roe'],
    ];
    expect(read(envelope(fields))).toMatchObject({ acts: [{ person: { name: 'Leila Haddad' } }] });
  });

  it.each<[string, readonly Field[], string, string]>([
    [
      'an event that is none',
      [['governance_event', 'officer.left'], ...letter.slice(1)],
      '/governance_event',
      'must be officer.departed or officer.appointed',
    ],
    ['no officer', letter.slice(0, 1), '/officer_name', 'is missing'],
    [
      'two officers',
      [...letter, ['officer_name', 'Jonas Keller']],
      '',
      'must not have two fields of one name',
    ],
    [
      'a manner that is none',
      [...letter, ['manner', 'fired']],
      '/manner',
      'must be "left" or "resigned" or "retired" or "removed"',
    ],
    ['an office over two lines', [...letter, ['reason', 'a\nb']], '/reason', 'must be one line'],
  ])('with %s is refused', (_, fields, pointer, detail) => {
    expect(() => read(envelope(fields))).toThrow(
      expect.objectContaining({
        status: 422,
        kind: 'event-invalid',
        errors: [
          {
            pointer: `/data/envelopeSummary/customFields${pointer}`,
            detail: expect.stringContaining(detail),
          },
        ],
      }),
    );
  });
});
