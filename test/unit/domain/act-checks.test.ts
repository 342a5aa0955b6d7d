import { describe, expect, it } from 'vitest';
import type { ActOf } from '../../../functions/domain/acts.ts';
import { type Draft, isApprovable } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { askedOf } from '../../../functions/domain/policy.ts';
import { eventOf } from '../../support/draft.ts';
import { companyOfId } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

type Data = Partial<EventFact['data']>;
type Departure = ActOf<'officer-departure'>;

const company = companyOfId('halden-optics');

const at = (name: string, hour: number, data: Data): EventFact => ({
  ...eventOf(name),
  time: `2026-11-19T${String(hour).padStart(2, '0')}:00:00Z`,
  data: { company: company.id, replaces: [], retracts: [], acts: [], ...data },
});
const draftOf = (...events: EventFact[]): Draft => {
  const now = new Date('2026-11-19T18:00:00Z');
  const draft = makeDraft({ company, release: 'halden-optics.x', number: 1, events, now }, templates);
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};
const ann = { id: 'cfo', name: 'Ann Lee' };
const departs = (facts: Partial<Departure> = {}): Departure => ({
  kind: 'officer-departure',
  person: ann,
  title: 'Chief Financial Officer',
  manner: 'retired',
  effective: '2026-12-31',
  ...facts,
});
const appointed = (facts: Partial<ActOf<'officer-appointment'>> = {}): EventFact['data']['acts'][number] => ({
  kind: 'officer-appointment',
  person: { name: 'Cy Diaz' },
  title: 'Treasurer',
  ...facts,
});
const found = ({ checks }: Draft, id: string): string[] =>
  checks.filter((check) => check.id === id).map(({ severity, message }) => `${severity}: ${message}`);

describe('one departure of which three systems tell', () => {
  const told = [
    at('hr~created', 9, { acts: [departs({ manner: 'left', decided: '2026-11-16' })] }),
    at('hr~effective', 10, { acts: [departs({ reason: 'to spend time with family' })] }),
    at('board~signed', 11, { acts: [departs({ consulting: { until: '2027-06-30' } })] }),
  ];

  it('is announced once, with what each of them adds', () => {
    const draft = draftOf(...told);
    expect(draft.text.match(/retire/g)).toHaveLength(1);
    expect(draft.text.replaceAll(/\s+/g, ' ')).toContain('June 30, 2027');
    expect(isApprovable(draft)).toBe(true);
  });

  it('names in the draft which event says what, under its digest', () => {
    const [evidence] = draftOf(...told).evidence;
    expect(evidence).toMatchObject({ kind: 'officer-departure', person: 'Ann Lee' });
    expect(evidence?.facts).toContainEqual({ fact: 'consulting until', events: ['board~signed'] });
    expect(evidence?.facts).toContainEqual({ fact: 'manner', events: ['hr~effective', 'board~signed'] });
    expect(draftOf(...told).sha256).not.toBe(draftOf(...told.slice(1)).sha256);
  });

  it('cannot be approved where they differ, and the error names the field, the values and the events', () => {
    const other = at('payroll~other', 12, { acts: [departs({ effective: '2026-12-30' })] });
    const draft = draftOf(...told, other);
    expect(found(draft, 'facts-differ')).toEqual([
      'error: Events differ on the effective date of the departure of Ann Lee: "2026-12-31" (events hr~created, hr~effective, board~signed) and "2026-12-30" (event payroll~other). Send an event that retracts it and states it anew.',
    ]);
    expect(isApprovable(draft)).toBe(false);
  });

  it('can be approved where they differ on days for the file, and a warning names them', () => {
    const other = at('payroll~other', 12, { acts: [departs({ decided: '2026-11-17' })] });
    const draft = draftOf(...told, other);
    expect(found(draft, 'dates-told-differ')).toEqual([
      'warning: Events differ on the decided date of the departure of Ann Lee, which the text does not say: "2026-11-16" (event hr~created) and "2026-11-17" (event payroll~other).',
    ]);
    expect(isApprovable(draft)).toBe(true);
  });

  it('can be approved again once an event has retracted it and stated it anew', () => {
    const anew = at('board~anew', 13, {
      retracts: [{ kind: 'officer-departure', person: ann }],
      acts: [departs({ effective: '2026-12-30' })],
    });
    const draft = draftOf(
      ...told,
      at('board~other', 12, { acts: [departs({ effective: '2026-12-30' })] }),
      anew,
    );
    expect(found(draft, 'facts-differ')).toEqual([]);
    expect(isApprovable(draft)).toBe(true);
  });

  it('differs on the title where the person has two offices, and the error says what to do', () => {
    const second = at('hr~second', 12, { acts: [departs({ title: 'Treasurer' })] });
    expect(found(draftOf(...told, second), 'facts-differ').join()).toMatch(
      /^error: Events differ on the title .* Two offices of one person go into one title\.$/,
    );
  });
});

describe('a departure of which no event says how or when', () => {
  const asked = 'the day on which the departure of Ann Lee takes effect';
  const bare = { manner: 'left', effective: undefined } as const;

  it.each<[string, Partial<Departure>, string[]]>([
    ['only when the company was told', { noticed: '2026-11-16' }, [asked]],
    ['only when it was decided', { decided: '2026-11-16' }, [asked]],
    ['nothing else: somebody writes that they have left', {}, []],
  ])('is asked for its day where it says %s', (_what, facts, expected) => {
    const { missing, text } = draftOf(at('hr~1', 9, { acts: [departs({ ...bare, ...facts })] }));
    expect(missing.map(({ fact }) => fact)).toEqual(expected);
    expect(text.replaceAll(/\s+/g, ' ').includes(asked)).toBe(expected.length > 0);
  });
});

describe('a departure without a day of which only another system tells', () => {
  it('is asked for its day, unless somebody writes that they have left', () => {
    const bare = { acts: [departs({ manner: 'left', effective: undefined })] };
    const mapped = { ...at('bamboo~1', 9, bare), mapping: 'bamboohr' };
    expect(draftOf(mapped).missing).toHaveLength(1);
    expect(draftOf(mapped, at('hr~2', 10, bare)).missing).toEqual([]);
  });
});

describe('a measure of which two events tell', () => {
  const dividend = { kind: 'dividend', perShare: 0.2, record: '2026-12-04', payable: '2026-12-18' } as const;
  type Acts = EventFact['data']['acts'];
  const toldBy = (first: Acts, second: Acts): Draft =>
    draftOf(at('board~1', 9, { acts: first }), at('hr~2', 10, { acts: second }));
  const timesPrinted = ({ text }: Draft): number =>
    text.replaceAll(/\s+/g, ' ').split('declared a').length - 1;

  it.each<[string, Acts]>([
    ['in the same words', [dividend]],
    ['of which one says less', [{ kind: 'dividend', perShare: 0.2 }]],
    ['of which one says more', [{ ...dividend, frequency: 'quarterly', decided: '2026-11-16' }]],
    ['on a day that one sends unclear', [{ ...dividend, effective: { asSent: '19/11/2026' } }]],
  ])('is printed once %s, and the draft names who says what', (_, told) => {
    const draft = toldBy([{ ...dividend, effective: '2026-11-19' }], told);
    const whole = told.some((act) => 'frequency' in act) ? toldBy([dividend], told) : draft;
    expect(timesPrinted(whole)).toBe(1);
    expect(found(whole, 'told-twice')).toEqual([]);
    expect(whole.evidence[0]?.facts).toContainEqual({ fact: 'per share', events: ['board~1', 'hr~2'] });
  });

  it.each<[string, Acts, Acts, string]>([
    [
      'that differ in a fact',
      [dividend],
      [{ ...dividend, payable: '2026-12-21' }],
      'Events board~1 and hr~2 tell of the dividend, and differ on: payable. The release prints both. If they tell of one, replace one of them.',
    ],
    [
      'that differ on the day of the decision',
      [{ ...dividend, decided: '2026-11-16' }],
      [{ ...dividend, decided: '2026-11-17' }],
      'Events board~1 and hr~2 tell of the dividend, and differ on: decided. The release prints both. If they tell of one, replace one of them.',
    ],
    [
      'of which each says what the other does not',
      [{ ...dividend, decided: '2026-11-16' }],
      [{ ...dividend, frequency: 'quarterly' }],
      'Events board~1 and hr~2 tell of the dividend, each with facts that the other lacks. The release prints both. If they tell of one, replace one of them.',
    ],
  ])('%s is a warning, because the release prints both', (_, first, second, message) => {
    const draft = toldBy(first, second);
    expect(timesPrinted(draft)).toBe(2);
    expect(found(draft, 'told-twice')).toEqual([`warning: ${message}`]);
  });

  it('is a warning where one event tells it twice', () => {
    expect(found(draftOf(at('hr~1', 9, { acts: [dividend, dividend] })), 'told-twice')).toEqual([
      'warning: Event hr~1 tells of the dividend twice alike, and the release prints both. If they are one, replace it.',
    ]);
  });

  it.each<[string, Acts, Acts]>([
    [
      'that differ in most',
      [{ ...dividend, security: 'common stock' }],
      [{ ...dividend, perShare: 0.5, security: 'preferred stock', record: '2026-12-11' }],
    ],
    [
      'about one person',
      [{ kind: 'committee-change', person: ann, committee: 'Audit', change: 'joins' }],
      [{ kind: 'committee-change', person: ann, committee: 'Compensation', change: 'joins' }],
    ],
    [
      'in the words of one person',
      [{ kind: 'statement', speaker: ann, title: 'President', paragraphs: ['One.'] }, dividend],
      [{ kind: 'statement', speaker: ann, title: 'President', paragraphs: ['Two.'] }],
    ],
  ])('%s is no warning: they are two', (_, first, second) => {
    expect(found(toldBy(first, second), 'told-twice')).toEqual([]);
  });

  it('may be one of two that differ, which nobody can tell, so that all are printed', () => {
    const special = { ...dividend, frequency: 'special', payable: '2026-12-21' };
    const draft = toldBy([dividend, special], [{ kind: 'dividend', perShare: 0.2, record: '2026-12-04' }]);
    expect(timesPrinted(draft)).toBe(3);
    expect(found(draft, 'told-twice')).toHaveLength(2);
  });
});

describe('a departure of which one event tells with a name and another without', () => {
  const unnamed = (title: string) => at('board~2', 10, { acts: [departs({ person: undefined, title })] });
  const told = (title: string): string[] =>
    found(draftOf(at('hr~1', 9, { acts: [departs()] }), unnamed(title)), 'told-unnamed');

  it('is a warning that names both events where the office is the same', () => {
    expect(told('CFO')).toEqual([
      'warning: Event hr~1 tells of the departure of Ann Lee, and event board~2 of a departure from the same office without a name. The release prints both. If they are one, replace the one without a name.',
    ]);
  });

  it('is none where the office is another', () => {
    expect(told('Treasurer')).toEqual([]);
  });
});

describe('what is taken back while something else stands', () => {
  const [ana] = company.approvers;
  if (ana === undefined) throw new Error('no approver');
  const leaves = at('hr~1', 9, { acts: [departs({ person: { name: ana.name } }), appointed()] });
  const cancel = at('board~2', 10, { retracts: [{ kind: 'officer-departure', person: { name: ana.name } }] });

  it('is not announced, and a warning names it and the event that took it back', () => {
    const draft = draftOf(leaves, cancel);
    expect(draft.text).not.toContain(ana.name);
    expect(found(draft, 'retracted')).toEqual([
      'warning: Event board~2 takes back the departure of Ana Delgado, which event hr~1 told of.',
    ]);
  });

  it('leaves neither its headline nor, where nothing of its event stands, its day', () => {
    const headline = 'Halden Announces Departure of Ana Delgado';
    const partly = { ...leaves, data: { ...leaves.data, headline, announce: '2026-11-19' } };
    expect(draftOf(partly, cancel)).toMatchObject({ announced: '2026-11-19' });
    expect(draftOf(partly, cancel).content.headline).not.toContain('Delgado');
    const wholly = at('hr~1', 9, {
      announce: '2026-11-01',
      acts: [departs({ person: { name: ana.name } })],
    });
    const draft = draftOf(wholly, at('hr~3', 9, { acts: [appointed()] }), cancel);
    expect(found(draft, 'dated-by-draft')).toHaveLength(1);
  });

  it('keeps the approver recused who was to leave, as the warning says so', () => {
    expect(askedOf(draftOf(leaves, cancel), new Date())).not.toContain(ana.id);
    expect(askedOf(draftOf(at('hr~1', 9, { acts: [appointed()] }), cancel), new Date())).not.toContain(
      ana.id,
    );
  });

  it('and of which nobody had told is a warning as well', () => {
    expect(found(draftOf(at('hr~1', 9, { acts: [appointed()] }), cancel), 'retracts-unknown')).toEqual([
      'warning: Event board~2 takes back the departure of Ana Delgado, of which no earlier event here tells.',
    ]);
  });
});

describe('the dates of an act', () => {
  it('are kept in words, each with its events and the words for where it stood, else the source', () => {
    const source = 'completedDateTime of the envelope';
    const { dates } = draftOf(
      at('hr~1', 9, { decided: '2026-11-16', acts: [departs({ noticed: { asSent: '05/06/2026' } })] }),
      at('hr~2', 10, { acts: [departs()] }),
      at('sign~3', 11, {
        acts: [departs({ effective: { date: '2026-12-31', phrase: 'at year end', source } })],
      }),
    );
    const about = { kind: 'officer-departure', person: 'Ann Lee' };
    const at31 = { which: 'effective', unclear: false };
    expect(dates).toEqual([
      {
        ...about,
        which: 'decided',
        value: 'November 16, 2026',
        unclear: false,
        source: 'hr',
        events: ['hr~1'],
      },
      { ...about, which: 'noticed', value: '05/06/2026', unclear: true, source: 'hr', events: ['hr~1'] },
      { ...about, ...at31, value: 'December 31, 2026', source: 'hr', events: ['hr~1', 'hr~2'] },
      { ...about, ...at31, value: 'at year end (December 31, 2026)', source, events: ['sign~3'] },
    ]);
  });

  it.each(['1970-01-01', '1989-12-31', '2031-11-20', '9999-12-31'])(
    'that nobody can mean, %s, are an error that asks',
    (day) => {
      for (const facts of [
        { effective: day },
        { decided: day },
        { noticed: day },
        { consulting: { until: day } },
      ]) {
        const draft = draftOf(at('hr~1', 9, { acts: [departs(facts)] }));
        expect(found(draft, 'date-far')).toHaveLength(1);
        expect(found(draft, 'date-far').join()).toMatch(
          /^error: .*event hr~1.* Send an event that corrects it\.$/,
        );
        expect(isApprovable(draft)).toBe(false);
      }
    },
  );

  it.each(['1990-01-01', '2031-11-19'])('that somebody can mean, %s, are no error', (day) => {
    expect(found(draftOf(at('hr~1', 9, { acts: [departs({ effective: day })] })), 'date-far')).toEqual([]);
  });

  it.each(['2026-02-30', '31/05/2026', '05/06/2026', '2026-12-31T23:30'])(
    'that are no clear day, %s, are asked about as they were sent',
    (asSent) => {
      const draft = draftOf(at('hr~1', 9, { acts: [departs({ effective: { asSent } })] }));
      expect(draft.missing.map(({ fact }) => fact).join()).toContain(`sent as ${asSent}`);
      expect(draft.dates).toMatchObject([{ which: 'effective', value: asSent, unclear: true }]);
      expect(isApprovable(draft)).toBe(false);
    },
  );

  it.each(['decided', 'noticed'] as const)(
    'that do not stand in the text (%s) are a warning where unclear',
    (name) => {
      const draft = draftOf(at('hr~1', 9, { acts: [departs({ [name]: { asSent: '05/06/2026' } })] }));
      expect(found(draft, 'date-unclear')).toEqual([
        `warning: The ${name} date of the departure of Ann Lee is unclear: it was sent as "05/06/2026" (event hr~1).`,
      ]);
    },
  );

  it.each<[string, EventFact['data']['acts'][number], number]>([
    ['a record date of 2036', { kind: 'dividend', record: '2036-12-04' }, 1],
    ['a record date of 1926', { kind: 'dividend', record: '1926-12-04' }, 1],
    ['a meeting of 9999', { kind: 'voting-results', meeting: { type: 'annual', date: '9999-12-31' } }, 1],
    ['notes that fall due in 2046', { kind: 'financing', matures: '2046-12-01' }, 0],
    ['notes that fall due in 9999', { kind: 'financing', matures: '9999-12-31' }, 1],
    ['a day that was sent unclear', { kind: 'dividend', effective: { asSent: '1926-12-04' } }, 0],
  ])('are looked at wherever an act has them: %s', (_, act, errors) => {
    const checks = found(draftOf(at('hr~1', 9, { acts: [act] })), 'date-far');
    expect(checks).toHaveLength(errors);
    if (act.kind === 'dividend' && errors > 0)
      expect(checks.join()).toMatch(/^error: The day of "record" of the dividend is given as December 4, /);
  });

  it('are a warning where somebody was gone before that was decided, unless the company had been told', () => {
    const of = (facts: Partial<Departure>): string[] =>
      found(
        draftOf(
          at('hr~1', 9, { acts: [departs({ decided: '2026-11-16', effective: '2026-10-30', ...facts })] }),
        ),
        'effective-before-decided',
      );
    expect(of({})).toEqual([
      'warning: The effective date of the departure of Ann Lee, October 30, 2026, is before its decided date, November 16, 2026. Ask when the company was told: Form 8-K counts from then, and here no later than from October 30, 2026.',
    ]);
    expect(of({ noticed: '2026-10-26' })).toEqual([]);
    expect(of({ noticed: '2026-11-02' })).toHaveLength(1);
    expect(of({ effective: '2026-11-16' })).toEqual([]);
  });

  it('are a warning where an appointment takes effect before it was decided', () => {
    const of = (effective: string): string[] =>
      found(
        draftOf(at('hr~1', 9, { decided: '2026-11-16', acts: [appointed({ effective })] })),
        'effective-before-decided',
      );
    expect(of('2026-11-15')).toEqual([
      'warning: The effective date of the appointment of Cy Diaz, November 15, 2026, is before its decided date, November 16, 2026.',
    ]);
    expect(of('2026-11-16')).toEqual([]);
  });
});
