import { describe, expect, it } from 'vitest';
import type { Act } from '../../../functions/domain/acts.ts';
import type { Desk } from '../../../functions/domain/desk-edits/desk-edits.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { deskEvent, wordingOf } from '../../support/desk.ts';
import { eventOf } from '../../support/draft.ts';
import { companyOfId } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const company = companyOfId('halden-optics');
const [approver] = company.approvers;
if (approver === undefined) throw new Error('no approver');

const drafted = (events: readonly EventFact[], number = 1): Draft => {
  const now = new Date(`2026-11-19T18:0${number}:00Z`);
  const draft = makeDraft({ company, release: 'halden-optics.x', number, events, now }, templates);
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};

const sending = (name: string, ...acts: Act[]): EventFact => {
  const event = eventOf(name);
  return { ...event, data: { ...event.data, announce: '2026-11-19', acts } };
};

const words = 'We thank Ann for nine years of service.';
const events = [
  sending(
    'hr~1',
    {
      kind: 'officer-departure',
      person: { name: 'Ann Lee' },
      title: 'Treasurer',
      manner: 'resigned',
      effective: '2026-12-31',
      reason: 'to move to Oslo',
    },
    {
      kind: 'statement',
      speaker: { name: 'Jonas Keller' },
      title: 'Chief Executive Officer',
      paragraphs: [words],
    },
  ),
  sending('board~2', {
    kind: 'listing-transfer',
    from: 'the Nasdaq Global Market',
    to: 'the Nasdaq Capital Market',
    effective: '2026-12-01',
  }),
];
const first = drafted(events);

const placeWith = (text: string): string =>
  first.edits.places.find(
    ({ place, text: composed }) => place.startsWith('news.') && composed.join().includes(text),
  )?.place ?? '';

const editor = company.owner.name;
const quotation = placeWith(words);
const transfer = placeWith('Capital Market');
const departure = placeWith('Treasurer');

const edited = (...wording: [place: string, ...text: string[]][]): Draft =>
  drafted(
    [
      ...events,
      deskEvent(first, {
        by: 'owner',
        wording: wording.map(([place, ...text]) => wordingOf(first, place, ...text)),
      }),
    ],
    2,
  );

const remarks = ({ checks }: Draft, wanted: string): string[] =>
  checks.filter(({ id, severity }) => id === wanted && severity === 'warning').map(({ message }) => message);

describe('a quotation that an editor changes', () => {
  it('is remarked on, with who changed whose words and where', () => {
    const draft = edited([
      quotation,
      'Chief Executive Officer Jonas Keller said, "We thank Ann for everything."',
    ]);
    expect(remarks(draft, 'quotation-changed')).toEqual([
      `${editor} changed the words of Jonas Keller in paragraph ${Number(quotation.slice(5)) + 1} of the news.`,
    ]);
  });

  it('is remarked on where it was taken out', () => {
    const [message] = remarks(edited([quotation]), 'quotation-changed');
    expect(message).toContain('took out the words of Jonas Keller');
  });

  it.each<[string, string]>([
    ['is introduced otherwise', `Jonas Keller, who leads Halden, said, "${words}"`],
    ['is broken by who says it', '"We thank Ann," said Mr. Keller, "for nine years of service."'],
    ['has other marks', `Jonas Keller said: \u201CWe thank Ann for nine years of service\u201D.`],
  ])('needs no remark where it only %s', (_what, text) => {
    expect(remarks(edited([quotation, text]), 'quotation-changed')).toEqual([]);
  });

  it('needs no remark where it moves to another paragraph', () => {
    const both = edited([quotation], [transfer, `The listing moves. Jonas Keller said, "${words}"`]);
    expect(remarks(both, 'quotation-changed')).toEqual([]);
  });
});

describe('the number of a paragraph in a remark', () => {
  it('is that under which it is printed, where one before it is left out or made two', () => {
    const [before, after] = [departure, transfer, quotation].toSorted().slice(-2);
    if (before === undefined || after === undefined) throw new Error('too few paragraphs');
    const number = Number(after.slice(5)) + 1;
    const numbered = (draft: Draft): string[] => remarks(draft, 'figure-unsent');
    const words = ['An order of $999.'] as const;
    expect(numbered(edited([before], [after, ...words]))[0]).toContain(
      `in paragraph ${number - 1} of the news,`,
    );
    expect(numbered(edited([before, 'First.', 'Second.'], [after, ...words]))[0]).toContain(
      `in paragraph ${number + 1} of the news,`,
    );
  });
});

describe('an act that the news tells no longer', () => {
  it('is remarked on where its paragraph is left out, with the item of Form 8-K that stands', () => {
    const [message, ...more] = remarks(edited([transfer]), 'act-untold');
    expect(more).toEqual([]);
    expect(message).toContain('The news no longer tells of the transfer of the listing: ');
    expect(message).toContain(
      `${editor} left out paragraph ${Number(transfer.slice(5)) + 1} of the news as composed.`,
    );
    expect(message).toContain('The Form 8-K still reports it under Item 3.01');
  });

  it('is remarked on where its paragraph is rewritten to say something else', () => {
    const [message] = remarks(edited([transfer, 'Halden Optics makes lenses.']), 'act-untold');
    expect(message).toContain('The news may no longer tell of the transfer of the listing: ');
    expect(message).toContain(`${editor} rewrote paragraph`);
  });

  it('is told still in fewer words, and in another paragraph', () => {
    expect(
      remarks(
        edited([departure, 'Ann Lee resigned as Treasurer, effective December 31, 2026.']),
        'act-untold',
      ),
    ).toEqual([]);
    const moved =
      'The listing moves from the Nasdaq Global Market to the Nasdaq Capital Market on December 1, 2026.';
    expect(
      remarks(edited([transfer], [quotation, `${moved} Jonas Keller said, "${words}"`]), 'act-untold'),
    ).toEqual([]);
  });

  it('is told still by a table that has half of its facts', () => {
    const votes = sending('board~3', {
      kind: 'voting-results',
      meeting: { type: '2026 annual', date: '2026-11-18' },
      directors: [{ name: 'Ann Lee', for: 1200, withheld: 30, elected: true }],
    });
    const before = drafted([votes]);
    const place = before.edits.places.find(({ text }) => text.join().includes('Ann Lee'))?.place ?? '';
    const without = deskEvent(before, { wording: [wordingOf(before, place)] });
    const table = before.content.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block) => typeof block !== 'string');
    expect(table).toHaveLength(1);
    expect(remarks(drafted([votes, without], 2), 'act-untold')).toEqual([]);
  });

  it('is none where nothing but the headline was edited', () => {
    expect(remarks(edited(['headline', 'News']), 'act-untold')).toEqual([]);
  });
});

describe('the name of an approver in words of an editor', () => {
  const last = approver.name.split(' ').at(-1) ?? '';

  it.each([[approver.name], [`Mr. ${last}`], [`${approver.name.toUpperCase()}'s`]])(
    'is remarked on as %s, and recuses nobody',
    (name) => {
      const draft = edited(['headline', `${name} to Leave`]);
      const [message] = remarks(draft, 'approver-named');
      expect(message).toContain(
        `In the headline, ${editor} named ${approver.name}, who decides on this draft. If`,
      );
      expect(draft.approvers.find(({ id }) => id === approver.id)?.recused).toBeUndefined();
    },
  );

  it('is none where it was composed so, or where only a word of it stands', () => {
    const [section = ''] = first.edits.places
      .filter(({ place }) => place === 'contact.lines')
      .map(({ place }) => place);
    expect(remarks(edited(['headline', `${last} Street`]), 'approver-named')).toEqual([]);
    expect(remarks(edited([section, 'Press office']), 'approver-named')).toEqual([]);
    const speaker = company.approvers.find(({ name }) => name === 'Jonas Keller');
    expect(first.groups.flatMap((group) => group.approvers)).toContain(speaker?.id);
    expect(remarks(edited([quotation, 'Jonas Keller is glad.']), 'approver-named')).toEqual([]);
    expect(remarks(edited(['headline', 'Jonas Keller Is Glad']), 'approver-named')).toHaveLength(1);
  });
});

describe('the day that a release bears', () => {
  const withDay = (desk: Partial<Desk>, ...later: EventFact[]): Draft =>
    drafted([...events, deskEvent(first, desk), ...later], 2);
  const errors = ({ checks }: Draft): string[] =>
    checks.filter(({ severity }) => severity === 'error').map(({ id }) => id);

  it('is what an editor says: in the dateline, on every wire, in the Form 8-K and in the checks', () => {
    const draft = withDay({ announce: '2026-11-18' });
    expect(draft.announced).toBe('2026-11-18');
    expect(draft.text).toContain('Nov. 18, 2026 --');
    expect(draft.form8k).toContain('dated November 18, 2026');
    expect(draft.wires.every(({ text }) => !text.includes('Nov. 19'))).toBe(true);
    expect(draft.checks.map(({ message }) => message)).toContain(
      'The release bears November 18, 2026, and was drafted on November 19, 2026.',
    );
    expect(draft.checks.map(({ id }) => id)).not.toContain('dates-differ');
  });

  it('is kept in the draft with who set it, who then does not approve', () => {
    const draft = withDay({ announce: '2026-11-18', by: approver.id });
    expect(draft.edits.day).toEqual({
      event: 'desk~0001',
      by: approver.id,
      at: '2026-11-19T18:02:00.000Z',
      day: '2026-11-18',
      stands: true,
    });
    expect(draft.approvers.find(({ id }) => id === approver.id)?.changed).toBe(true);
  });

  it('is that of a later event, with a remark that two are named', () => {
    const event = sending('board~9', { kind: 'dividend-suspension' });
    const later = { ...event, time: '2026-11-19T19:00:00Z', data: { ...event.data, announce: '2026-11-17' } };
    const draft = withDay({ announce: '2026-11-18' }, later);
    expect(draft.announced).toBe('2026-11-17');
    expect(draft.edits.day?.stands).toBe(false);
    expect(draft.checks.map(({ id }) => id)).toContain('dates-differ');
    expect(draft.approvers.some(({ changed }) => changed)).toBe(false);
  });

  const changed = ({ approvers }: Draft): string[] =>
    approvers.filter((one) => one.changed).map(({ id }) => id);

  it('has nobody set where an editor has set it back to what was sent, and keeps nobody from approving', () => {
    const second = withDay({ announce: '2026-11-18', by: approver.id });
    const back = deskEvent(second, { announce: '2026-11-19', by: 'owner' });
    const draft = drafted(
      [...events, deskEvent(first, { announce: '2026-11-18', by: approver.id }), back],
      3,
    );
    expect(draft.announced).toBe('2026-11-19');
    expect(draft.text).toBe(first.text);
    expect(draft.edits.day).toBeUndefined();
    expect(changed(draft)).toEqual([]);
  });

  it('has nobody set where an editor has set it back to the day of the draft, as none was sent', () => {
    const undated = events.map((event) => ({ ...event, data: { ...event.data, announce: undefined } }));
    const edits = [
      deskEvent(first, { announce: '2026-11-18', by: approver.id }),
      deskEvent(drafted(undated, 2), { announce: '2026-11-19', by: 'owner' }),
    ];
    const draft = drafted([...undated, ...edits], 3);
    expect(draft.announced).toBe('2026-11-19');
    expect(changed(draft)).toEqual([]);
  });

  it('is of whoever set it last, and of no editor before, of whose day nothing is left', () => {
    const [, other] = company.approvers;
    const edit = deskEvent(first, { announce: '2026-11-18', by: approver.id });
    const second = drafted([...events, edit], 2);
    const later = deskEvent(second, { announce: '2026-11-17', by: other?.id ?? '' });
    const draft = drafted([...events, edit, later], 3);
    expect(draft.announced).toBe('2026-11-17');
    expect(changed(draft)).toEqual([other?.id]);
  });

  it.each<[string, string]>([
    ['SALEM, Ore., Nov. 23, 2026 --', 'Nov. 23, 2026'],
    ['SALEM, Ore., November 23 --', 'November 23'],
    ['SALEM, Ore., Nov. 19, 2025 --', 'Nov. 19, 2025'],
  ])('that is not in an edited dateline is an error: %s', (dateline, day) => {
    const draft = edited(['dateline', dateline]);
    expect(errors(draft)).toEqual(['dateline-day']);
    expect(draft.checks.find(({ id }) => id === 'dateline-day')?.message).toBe(
      `The dateline says ${day}, and the release bears November 19, 2026. An editor changes the day of the release, or the dateline.`,
    );
  });

  it.each(['SALEM, Ore., Nov. 19, 2026 --', 'SALEM, Ore., November 19 --', 'SALEM, Ore. --'])(
    'may stand in an edited dateline in any way, or not at all: %s',
    (dateline) => {
      expect(errors(edited(['dateline', dateline]))).toEqual([]);
    },
  );
});
