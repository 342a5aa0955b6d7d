import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Act, actKind, actSchema } from '../../../functions/domain/acts.ts';
import type { AskedFact } from '../../../functions/domain/desk-edits/form.ts';
import { askedFacts } from '../../../functions/domain/desk-edits/form.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { sampleActs } from '../../support/acts.ts';
import { deskEvent, suppliedAs } from '../../support/desk.ts';
import { eventOf } from '../../support/draft.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const company = companyOfId('halden-optics');

const drafted = (events: readonly EventFact[], number = 1, profile = company): Draft => {
  const now = new Date(`2026-11-19T18:0${number}:00Z`);
  const draft = makeDraft({ company: profile, release: 'halden-optics.x', number, events, now }, templates);
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};

const sending = (act: Act, name = 'hr~1'): EventFact => {
  const event = eventOf(name);
  return { ...event, data: { ...event.data, announce: '2026-11-19', acts: [act] } };
};

/** What somebody types who knows the fact. */
const typed = ({ field, fact }: AskedFact): string => {
  switch (field.form) {
    case 'day':
      return '2026-11-02';
    case 'money':
      return '$1.5 million';
    case 'count':
    case 'percent':
      return '35';
    case 'number':
      return /with (\d+) named/.exec(fact)?.[1] ?? '7';
    case 'ratio':
      return '3-for-2';
    case 'yes-no':
      return 'yes';
    case 'choice':
      return field.options[0] ?? '';
    case 'list':
      return 'first thing\nsecond thing';
    case 'text':
    case 'words':
      return 'Given';
  }
};

/** Supplies every fact that a draft asks for, until it asks for none; answers with the last draft and what was supplied. */
const supplyAll = (events: readonly EventFact[], profile = company) => {
  let [draft, known] = [drafted(events, 1, profile), [...events]];
  const asked: AskedFact[] = [];
  for (let round = 2; draft.missing.length > 0 && round <= 5; round += 1) {
    const facts = askedFacts(draft);
    asked.push(...facts);
    known = [...known, deskEvent(draft, { facts: facts.map((fact) => suppliedAs(fact, typed(fact))) })];
    draft = drafted(known, round, profile);
  }
  return { draft, asked };
};

/** An act without one of its fields, without each in turn, and without all that its schema lets go. */
const thinned = (act: Act): Act[] => {
  const without = (names: readonly string[]): Act[] => {
    const parsed = v.safeParse(
      actSchema,
      Object.fromEntries(Object.entries(act).filter(([name]) => !names.includes(name))),
    );
    return parsed.success ? [parsed.output] : [];
  };
  const names = Object.keys(act).filter((name) => name !== 'kind');
  const bare = names.filter((name) => without([name]).length > 0);
  return [...names.flatMap((name) => without([name])), ...without(bare)];
};

describe('a fact that a release lacks', () => {
  it.each(actKind.options)('of kind %s has a field, and none is lacking once all are supplied', (kind) => {
    for (const act of sampleActs.filter((sample) => sample.kind === kind).flatMap(thinned)) {
      const { draft, asked } = supplyAll([sending(act)]);
      expect(draft.missing, JSON.stringify([act, asked])).toEqual([]);
      expect(draft.text).not.toContain('TO BE CONFIRMED');
      expect(draft.edits.facts.every(({ stands }) => stands)).toBe(true);
    }
  });

  it.each(['halden-2026', 'iec-2002'])('of the example %s has a field too', (folder) => {
    const events = recordedExamples(folder);
    const profile = companyOfId(events[0]?.data.company ?? '');
    expect(supplyAll(events, profile).draft.missing).toEqual([]);
  });
});

const departure: Act = {
  kind: 'officer-departure',
  person: { id: 'cfo', name: 'Ann Lee' },
  manner: 'resigned',
};

/** A draft of these events, and the one that follows when an editor supplies what it lacks. */
const suppliedTo = (events: readonly EventFact[], entered: Readonly<Record<string, string>>) => {
  const first = drafted(events);
  const facts = askedFacts(first)
    .filter(({ path = '' }) => path in entered)
    .map((asked) => suppliedAs(asked, entered[asked.path ?? ''] ?? ''));
  const desk = deskEvent(first, { facts });
  return { first, desk, next: (...later: EventFact[]) => drafted([...events, desk, ...later], 2) };
};

const later = (act: Act, name: string): EventFact => ({
  ...sending(act, name),
  time: '2026-11-19T18:30:00Z',
});
const errors = ({ checks }: Draft): string[] =>
  checks.filter(({ severity }) => severity === 'error').map(({ id }) => id);

const deskOf = ({ desk }: EventFact) => {
  if (desk === undefined) throw new Error('not an event of the desk');
  return desk;
};

describe('a fact that an editor supplied', () => {
  const { desk, next } = suppliedTo([sending(departure)], {
    title: 'Chief Financial Officer',
    effective: '2026-12-31',
  });
  const origin = `desk~${desk.id}`;

  it('is a fact of the act: the text, the Form 8-K and the table of dates have it, with where it comes from', () => {
    const draft = next();
    expect(draft.html).toContain('Ann Lee has resigned as Chief Financial Officer');
    expect(draft.form8k).toContain('December 31, 2026');
    expect(draft.disclosure.items.map(({ item }) => item)).toContain('5.02(b)');
    expect(draft.dates).toContainEqual(
      expect.objectContaining({
        which: 'effective',
        value: 'December 31, 2026',
        source: 'desk',
        events: [origin],
      }),
    );
    expect(draft.evidence[0]?.facts).toContainEqual({ fact: 'title', events: [origin] });
  });

  it('says in the draft who supplied it, when, and for which act', () => {
    expect(next().edits.facts).toContainEqual({
      event: origin,
      by: 'daniel-frost',
      at: desk.time,
      of: 'hr~1',
      act: 0,
      kind: 'officer-departure',
      fact: 'the office that Ann Lee held',
      path: 'title',
      value: 'Chief Financial Officer',
      stands: true,
    });
  });

  it('keeps who supplied it from approving, and lets them read', () => {
    const [editor] = company.approvers.map(({ id }) => id);
    const { approvers, groups } = drafted(
      [sending(departure), { ...desk, desk: { ...deskOf(desk), by: editor ?? '' } }],
      2,
    );
    expect(approvers.filter(({ changed }) => changed).map(({ id }) => id)).toEqual([editor]);
    expect(approvers.filter(({ recused }) => recused)).toEqual([]);
    expect(groups.flatMap((group) => group.approvers)).not.toContain(editor);
    expect(groups.flatMap((group) => group.recused)).toContain(editor);
  });

  it('by the owner keeps an approver with the same address from approving', () => {
    const [editor] = company.approvers;
    if (editor === undefined) throw new Error('no approver');
    const own = { ...company, owner: { ...company.owner, email: editor.email.toUpperCase() } };
    const { approvers } = drafted(
      [sending(departure), { ...desk, desk: { ...deskOf(desk), by: 'owner' } }],
      2,
      own,
    );
    expect(approvers.filter(({ changed }) => changed).map(({ id }) => id)).toEqual([editor.id]);
  });

  it('differs from what a source says later as sources do, and nothing is dropped', () => {
    const draft = next(later({ ...departure, title: 'Treasurer' }, 'hr~2'));
    expect(errors(draft)).toEqual(['facts-differ']);
    expect(draft.checks.find(({ id }) => id === 'facts-differ')?.message).toContain(
      `"Chief Financial Officer" (event ${origin}) and "Treasurer" (event hr~2)`,
    );
  });

  it('agrees with a source that says the same later', () => {
    expect(errors(next(later({ ...departure, title: 'Chief Financial Officer' }, 'board~2')))).toEqual([]);
  });

  it('is warned of where its act was taken back', () => {
    const retraction = sending(departure, 'hr~3');
    const draft = next({
      ...retraction,
      time: '2026-11-19T19:00:00Z',
      data: {
        ...retraction.data,
        acts: [{ kind: 'dividend-suspension' }],
        retracts: [{ kind: 'officer-departure', person: { id: 'cfo', name: 'Ann Lee' } }],
      },
    });
    expect(draft.checks.map(({ id }) => id)).toContain('supplied-unused');
    expect(draft.approvers.some(({ changed }) => changed)).toBe(false);
  });

  it('takes the place of a day that was sent unclear, from every source that the editor could see', () => {
    const unclear = [
      sending({ ...departure, title: 'Treasurer', effective: { asSent: '01/02/2027' } }),
      sending({ ...departure, title: 'Treasurer', effective: { asSent: 'Q1' } }, 'board~2'),
    ];
    const settled = suppliedTo(unclear, { effective: '2027-01-02' });
    expect(settled.first.missing).toHaveLength(1);
    expect(errors(settled.next())).toEqual([]);
    expect(errors(settled.next(later({ ...departure, effective: { asSent: 'Q3' } }, 'payroll~3')))).toEqual([
      'facts-differ',
    ]);
  });

  it('that names an approver recuses them', () => {
    const [approver] = company.approvers;
    const change: Act = {
      kind: 'chair-change',
      role: 'chair',
      outgoing: { name: 'Paul Roe' },
      incomingTitle: 'director',
    };
    const draft = suppliedTo([sending(change)], { 'incoming.name': approver?.name ?? '' }).next();
    expect(draft.approvers.find(({ id }) => id === approver?.id)?.recused).toBeDefined();
  });

  it('is what the editor supplied last', () => {
    const first = next();
    const again = deskEvent(first, {
      facts: askedFacts(first)
        .filter(({ path }) => path === 'title')
        .map((asked) => suppliedAs(asked, 'Treasurer')),
    });
    const draft = drafted([sending(departure), desk, again], 3);
    expect(draft.html).toContain('Treasurer');
    expect(errors(draft)).toEqual([]);
    expect(draft.edits.facts.filter(({ path }) => path === 'title').map(({ value }) => value)).toEqual([
      'Treasurer',
    ]);
  });

  it('that its act does not take changes nothing, and is warned of', () => {
    const odd = {
      ...desk,
      desk: { ...deskOf(desk), facts: deskOf(desk).facts.map((one) => ({ ...one, value: 5 })) },
    };
    const draft = drafted([sending(departure), odd], 2);
    expect(draft.missing).toHaveLength(2);
    expect(draft.checks.filter(({ id }) => id === 'supplied-unused')).toHaveLength(2);
  });
});
