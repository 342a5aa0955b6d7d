import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, isApprovable } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { standingEvents } from '../../../functions/domain/standing-acts.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const now = new Date('2026-11-19T18:00:00Z');
const halden = recordedExamples('halden-2026');
const draftOf = (events: readonly EventFact[], company = 'halden-optics') => {
  const draft = makeDraft(
    { company: companyOfId(company), release: `${company}.x`, number: 1, events, now },
    templates,
  );
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};

describe('a draft', () => {
  it('is the same to the byte whatever the order in which its events came', () => {
    const wanted = draftOf(halden);
    fc.assert(
      fc.property(fc.shuffledSubarray(halden, { minLength: halden.length }), (events) => {
        expect(draftOf(events)).toEqual(wanted);
      }),
      { numRuns: 24 },
    );
  });

  it('carries the digest of everything that it shows', () => {
    const draft = draftOf(halden);
    expect(digestOf(draft)).toBe(draft.sha256);
    expect(digestOf({ ...draft, text: `${draft.text} ` })).not.toBe(draft.sha256);
    expect(digestOf({ ...draft, groups: [] })).not.toBe(draft.sha256);
  });

  it('leaves out what a later event of the same source replaces, even where that one came first', () => {
    const ids = (events: readonly EventFact[]) => standingEvents(events).map(({ id }) => id);
    expect(ids(halden)).not.toContain('ret-2026-1117');
    expect(ids(halden.toReversed())).toEqual(ids(halden));
  });

  it('keeps an event that another source claims to replace', () => {
    const [first] = halden;
    const stranger = halden.map((event) => ({
      ...event,
      source: event.data.replaces.length > 0 ? 'board' : event.source,
    }));
    expect(standingEvents(stranger).map(({ id }) => id)).toContain(first?.id);
  });

  it('has an error where it corrects an event that the release does not have', () => {
    const missed = halden.map((event) =>
      event.data.replaces.length > 0
        ? { ...event, data: { ...event.data, replaces: ['no-such-event'] } }
        : event,
    );
    expect(draftOf(missed).checks).toContainEqual(
      expect.objectContaining({ id: 'replaces-unknown', severity: 'error' }),
    );
  });

  it('has none where another system takes back what it has never announced', () => {
    const off = halden.map((event) =>
      event.data.replaces.length > 0
        ? { ...event, mapping: 'docusign-connect', data: { ...event.data, replaces: ['no-such-envelope'] } }
        : event,
    );
    expect(draftOf(off).checks.map(({ id }) => id)).not.toContain('replaces-unknown');
  });

  it('has an error where its day has not come', () => {
    const [retirement] = halden;
    if (retirement === undefined) throw new Error('no example');
    const early = { ...retirement, data: { ...retirement.data, announce: '2027-06-01' } };
    expect(draftOf([early]).checks).toContainEqual({
      id: 'day-to-come',
      severity: 'error',
      message:
        'The release bears June 1, 2027, which has not come, and is published as soon as it is approved. To publish it now, change the day on the edit page, or send an event whose announce is 2026-11-19. To publish it then, send on that day an event that replaces one of these.',
    });
    expect(isApprovable(draftOf([early]))).toBe(false);
    const late = { ...retirement, data: { ...retirement.data, announce: '2026-11-01' } };
    expect(draftOf([late]).checks).toContainEqual(
      expect.objectContaining({ id: 'day-passed', severity: 'warning' }),
    );
  });

  it('names no exchange for a company that is not listed', () => {
    const { listing: _, ...unlisted } = companyOfId('halden-optics');
    const draft = makeDraft(
      { company: unlisted, release: 'halden-optics.x', number: 1, events: halden, now },
      templates,
    );
    expect(draft?.text.replaceAll(/\s+/g, ' ')).toContain('-- Halden Optics, Inc. today announced that');
    expect(draft?.disclosure.exchanges.map(({ rule }) => rule)).toEqual([
      'Regulation FD Rules 100(a) and 101(d)',
    ]);
  });

  it('asks for no day of a change that depends on something', () => {
    const [first] = halden;
    if (first === undefined) throw new Error('no example');
    const checksOf = (subjectTo: string | undefined) =>
      draftOf([
        {
          ...first,
          data: {
            ...first.data,
            acts: [
              {
                kind: 'director-election',
                person: { name: 'Ann Lee' },
                manner: 'elected',
                ...(subjectTo !== undefined && { subjectTo }),
              },
            ],
          },
        },
      ]).checks.map(({ id }) => id);
    expect(checksOf(undefined)).toContain('effective-date-missing');
    expect(checksOf('the completion of the merger')).not.toContain('effective-date-missing');
  });

  it('asks for no day of a change that is on the day of a meeting', () => {
    const [first] = halden;
    if (first === undefined) throw new Error('no example');
    const act = {
      kind: 'director-departure' as const,
      person: { name: 'Ann Lee' },
      manner: 'not-standing' as const,
      meeting: { type: '2027 annual', date: '2027-05-06' },
    };
    const checks = draftOf([{ ...first, data: { ...first.data, acts: [act] } }]).checks.map(({ id }) => id);
    expect(checks).not.toContain('effective-date-missing');
  });

  it('gives each appointment a sentence where one has a day or a predecessor', () => {
    const appoint = (name: string, title: string, more: object = {}) => ({
      kind: 'officer-appointment' as const,
      person: { name },
      title,
      ...more,
    });
    const [retirement] = halden;
    if (retirement === undefined) throw new Error('no example');
    const of = (...acts: EventFact['data']['acts']) =>
      draftOf([{ ...retirement, data: { ...retirement.data, acts } }]).content.sections[0]?.blocks[0] ?? '';
    expect(of(appoint('Ann Lee', 'Treasurer'), appoint('Cy Diaz', 'Secretary'))).toContain(
      'Ann Lee has been appointed Treasurer and Cy Diaz has been appointed Secretary.',
    );
    expect(
      of(
        appoint('Ann Lee', 'Treasurer', { succeeds: { name: 'Bo Chen Jr.' } }),
        appoint('Cy Diaz', 'Secretary'),
      ),
    ).toContain(
      'Ann Lee has been appointed Treasurer, succeeding Bo Chen Jr. Cy Diaz has been appointed Secretary.',
    );
  });

  it('says on which day it was concluded that statements cannot be relied on, which the event says', () => {
    const [first] = halden;
    const event: EventFact[] = first
      ? [
          {
            ...first,
            data: {
              ...first.data,
              decided: '2026-11-18',
              acts: [
                {
                  kind: 'restatement',
                  periods: ['the quarter ended June 30, 2026'],
                  reason: 'because of an error',
                },
                {
                  kind: 'officer-departure',
                  person: { name: 'Ann Lee' },
                  title: 'CFO',
                  manner: 'terminated',
                  effective: '2026-11-18',
                },
              ],
            },
          },
        ]
      : [];
    const { missing, content } = draftOf(event);
    expect(missing).toEqual([]);
    const [lead, next] = content.sections.flatMap(({ blocks }) => blocks);
    expect(content.headline).toBe('Halden Announces Non-Reliance on Previously Issued Financial Statements');
    expect(lead).toContain(
      'today announced that it concluded on November 18, 2026, that its previously issued',
    );
    expect(next).toContain('The employment of CFO Ann Lee has been terminated');
  });

  it('is not made where every act has been taken back', () => {
    const [retirement] = halden;
    if (retirement === undefined) throw new Error('no example');
    const withdrawal: EventFact = {
      ...retirement,
      id: 'ret-cancelled',
      data: { company: 'halden-optics', acts: [], replaces: [retirement.id], retracts: [] },
    };
    const input = { company: companyOfId('halden-optics'), release: 'halden-optics.x', number: 1, now };
    expect(makeDraft({ ...input, events: [retirement, withdrawal] }, templates)).toBeUndefined();
  });

  it('bears the day that an event names, else the day on which it was drafted, and says so', () => {
    const dated = draftOf(halden);
    expect([dated.announced, dated.checks.some(({ id }) => id === 'dated-by-draft')]).toEqual([
      '2026-11-19',
      false,
    ]);
    const undated = draftOf(halden.slice(0, 1));
    expect([undated.announced, undated.checks.some(({ id }) => id === 'dated-by-draft')]).toEqual([
      '2026-11-19',
      true,
    ]);
  });

  it('lists accents that the text exhibit loses, and refuses letters that EDGAR does not take', () => {
    const named = (name: string) =>
      draftOf(
        halden.map((event) => ({
          ...event,
          data: {
            ...event.data,
            acts: event.data.acts.map((act) =>
              act.kind === 'officer-departure'
                ? { ...act, person: { name, honorific: undefined, familyName: undefined } }
                : act,
            ),
          },
        })) as EventFact[],
      );
    const jose = named('José García');
    expect(jose.text).toContain('Jose Garcia');
    expect(jose.html).toContain('Jos&#233; Garc&#237;a');
    expect(jose.checks.map(({ id }) => id)).toContain('accents');
    expect(isApprovable(jose)).toBe(true);
    const yusuf = named('يوسف');
    expect(yusuf.checks.map(({ id }) => id)).toContain('edgar-a1');
    expect(isApprovable(yusuf)).toBe(false);
    expect(named('Ja\u200Bne Doe').checks.map(({ id }) => id)).toContain('hidden-characters');
  });

  it('has an error where recusal leaves a group too few', () => {
    const company = companyOfId('halden-optics');
    const strict = {
      ...company,
      approvers: company.approvers.map((one) =>
        one.id === 'ana-delgado' ? { ...one, name: 'Marcus Thiele' } : one,
      ),
    };
    const draft = makeDraft(
      { company: strict, release: 'halden-optics.x', number: 1, events: halden, now },
      templates,
    );
    expect(draft?.checks[0]).toMatchObject({ id: 'group-out-of-reach', severity: 'error' });
    expect(draft?.approvers[0]?.recused).toBe('The release is about this person.');
  });
});

describe('a fact that nobody sent', () => {
  const [retirement] = halden;
  const incomplete = retirement === undefined ? [] : [retirement];

  it('stands in the text as a mark, in the list, and keeps the draft from being approved', () => {
    const draft = draftOf(incomplete);
    expect(draft.text.replaceAll(/\s+/g, ' ')).toContain(
      'through [TO BE CONFIRMED: the day until which Marcus Thiele is available].',
    );
    expect(draft.missing).toEqual([
      {
        event: 'hr~ret-2026-1117',
        kind: 'officer-departure',
        fact: 'the day until which Marcus Thiele is available',
        act: 0,
        path: 'consulting.until',
      },
    ]);
    expect(isApprovable(draft)).toBe(false);
  });

  it('is a day for which only words were sent, because they do not tell whether it has passed', () => {
    const worded = incomplete.map((event) => ({
      ...event,
      data: {
        ...event.data,
        acts: event.data.acts.map((act) =>
          act.kind === 'officer-departure'
            ? { ...act, effective: { phrase: 'at the end of next year' } }
            : act,
        ),
      },
    }));
    expect(draftOf(worded).missing.map(({ fact }) => fact)).toContain(
      'the day on which the departure of Marcus Thiele takes effect, sent as "at the end of next year"',
    );
  });

  it('is a date that is in doubt, kept as it was sent', () => {
    const doubtful = incomplete.map((event) => ({
      ...event,
      data: {
        ...event.data,
        acts: event.data.acts.map((act) =>
          act.kind === 'officer-departure' ? { ...act, effective: { asSent: '05/06/2026' } } : act,
        ),
      },
    }));
    const { missing, text } = draftOf(doubtful);
    expect(missing.map(({ fact }) => fact)).toContain(
      'the day on which the departure of Marcus Thiele takes effect, sent as 05/06/2026',
    );
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'effective [TO BE CONFIRMED: the day on which the departure of Marcus Thiele takes effect, sent as 05/06/2026]',
    );
  });

  it('is asked for once, even where headline and text both need it', () => {
    const untitled = incomplete.map((event) => ({
      ...event,
      data: {
        ...event.data,
        acts: event.data.acts.map((act) =>
          act.kind === 'officer-departure' ? { ...act, title: undefined } : act,
        ),
      },
    })) as EventFact[];
    const { missing, content } = draftOf(untitled);
    expect(missing.filter(({ fact }) => fact === 'the office that Marcus Thiele held')).toHaveLength(1);
    expect(content.headline).toContain('[TO BE CONFIRMED: the office that Marcus Thiele held]');
  });
});

describe("the program of a workforce reduction, which IEC's house style tells under the headline", () => {
  const [reduction] = recordedExamples('iec-2002');
  if (reduction === undefined) throw new Error('no example');
  const program = 'Phoenix program';
  const told = (subheads: string[] | undefined) => {
    const acts = reduction.data.acts.map((act) =>
      act.kind === 'workforce-reduction' ? { ...act, program } : act,
    );
    const data = { ...reduction.data, acts, ...(subheads && { subheads }) };
    return draftOf([{ ...reduction, data }], 'iec-electronics');
  };

  it.each<[string, string[] | undefined, number, number]>([
    ['under the headline by rule', undefined, 1, 0],
    ['in its sentence where an event has lines of its own', ['A Line of Its Own'], 0, 1],
    ['in its sentence where an event wants no lines', [], 0, 1],
  ])('stands %s', (_, subheads, under, within) => {
    const { content, text } = told(subheads);
    expect(content.subheads.filter((line) => line.includes('Phoenix Program'))).toHaveLength(under);
    expect(text.replaceAll(/\s+/g, ' ').split('as part of its Phoenix program')).toHaveLength(within + 1);
  });
});
