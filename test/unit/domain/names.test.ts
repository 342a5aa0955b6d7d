import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateOf, longDate, longTime } from '../../../functions/domain/dates.ts';
import { keys, parseKey } from '../../../functions/domain/keys.ts';
import { openKey, openUntil, parseOpenKey } from '../../../functions/domain/open-marker.ts';
import { companyOf, followUpOf, releaseIdOf, subjectSlug } from '../../../functions/domain/release.ts';
import { foldKeys } from '../../../functions/domain/release-keys.ts';

const release = 'iec-electronics.newark-restructuring';

describe('a release id', () => {
  const idOf = (subject: string | undefined, company = 'a') =>
    releaseIdOf({ subject, time: '2026-01-01T04:30:00Z', data: { company } }, 'America/New_York');

  it('is the company and its subject', () => {
    expect(idOf('finance-office')).toBe('a.finance-office');
  });

  it('is the local day where there is no subject', () => {
    expect(idOf(undefined)).toBe('a.2025-12-31');
  });

  it('keeps subjects apart that differ only in letters an id cannot have', () => {
    const subjects = [
      'Finance Office',
      'finance office',
      'Finance/Office',
      '財務',
      '役員',
      'x'.repeat(80),
      'x'.repeat(81),
    ];
    expect(new Set(subjects.map(subjectSlug)).size).toBe(subjects.length);
  });

  it('is safe in a key, and tells companies apart, whatever the subject', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (subject) => {
        expect(idOf(subject)).toMatch(/^a\.[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
    expect(idOf('b-c', 'a')).not.toBe(idOf('c', 'a-b'));
  });

  it('counts up for what comes after it has closed', () => {
    expect([followUpOf('a.b'), followUpOf('a.b.2'), companyOf('a.b.3')]).toEqual(['a.b.2', 'a.b.3', 'a']);
  });
});

describe('a key of the ledger', () => {
  it.each([
    [keys.event(release, 'hr', 'e.1'), { fact: 'event', release, event: 'hr~e.1' }],
    [keys.draft(release, 12), { fact: 'draft', release, draft: 12 }],
    [
      keys.draftFile(release, 1, 'exhibit99-1.txt'),
      { fact: 'draft-file', release, draft: 1, file: 'exhibit99-1.txt' },
    ],
    [
      keys.decision(release, 1, 'ann-lee'),
      { fact: 'decision', release, draft: 1, approver: 'ann-lee', round: 1 },
    ],
    [
      keys.decision(release, 1, 'ann-lee', 2),
      { fact: 'decision', release, draft: 1, approver: 'ann-lee', round: 2 },
    ],
    [keys.step(release, 1, 2), { fact: 'step', release, draft: 1, step: 2 }],
    [keys.seen(release, 1, 'owner'), { fact: 'seen', release, draft: 1, reader: 'owner' }],
    [keys.gate(release, 2), { fact: 'gate', release, step: 2 }],
    [
      keys.mailFate(release, 'too-late-hr~e.1', 'bounced'),
      { fact: 'mail-fate', release, mail: 'too-late-hr~e.1', fate: 'bounced' },
    ],
    [
      keys.visit(release, 'ann-lee~2026-01-01~head'),
      { fact: 'visit', release, visit: 'ann-lee~2026-01-01~head' },
    ],
    [keys.outcome(release, 1), { fact: 'outcome', release, draft: 1 }],
    [keys.mail(release, 'ask-0001-ann'), { fact: 'mail', release, mail: 'ask-0001-ann' }],
    [keys.sent(release, 'ask-0001-ann'), { fact: 'sent', release, mail: 'ask-0001-ann' }],
    [keys.publishedFile(release, 'a.txt'), { fact: 'published-file', release, file: 'a.txt' }],
    [keys.published(release), { fact: 'published', release }],
    [keys.held(release, '20020606T1300Z'), { fact: 'held', release, window: '20020606T1300Z' }],
    [keys.resumed(release), { fact: 'resumed', release }],
  ])('%s can be taken apart', (key, parts) => {
    expect(parseKey(key)).toEqual(parts);
  });

  it.each(['', 'releases/x', 'releases/x/other.json', 'links/x.json'])('is not: "%s"', (key) => {
    expect(parseKey(key)).toBeUndefined();
  });
});

describe('the fold of keys', () => {
  const all = [
    keys.event(release, 'hr', 'e1'),
    keys.draft(release, 1),
    keys.outcome(release, 1),
    keys.draft(release, 2),
    keys.decision(release, 2, 'ann'),
    keys.mail(release, 'ask-0002-ann'),
    keys.sent(release, 'ask-0002-ann'),
    keys.event('other.release', 'hr', 'e2'),
  ];

  it('does not depend on order or repeats, and passes other releases over', () => {
    const wanted = foldKeys(release, all);
    expect([wanted.events, wanted.latest, wanted.drafts.get(1)?.ended]).toEqual([['hr~e1'], 2, true]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const { drafts, ...folded } = foldKeys(release, [...shuffled, ...shuffled]);
        expect(folded).toEqual((({ drafts: _, ...rest }) => rest)(wanted));
        expect(new Map([...drafts].sort(([a], [b]) => a - b))).toEqual(wanted.drafts);
      }),
    );
  });
});

describe('a marker of open work', () => {
  const marker = { due: '2026-01-01T12:00:00.000Z', release, draft: 3 };

  it('sorts by when it is due', () => {
    expect(parseOpenKey(openKey(marker))).toEqual(marker);
    expect(openKey(marker) <= openUntil(new Date('2026-01-01T12:00:00.000Z'))).toBe(true);
    expect(openKey(marker) <= openUntil(new Date('2026-01-01T11:59:59.999Z'))).toBe(false);
  });
});

describe('a date', () => {
  it('is written as releases write it', () => {
    expect(longDate('2002-06-05')).toBe('June 5, 2002');
  });

  it('falls on the day of its zone', () => {
    expect(localDateOf(new Date('2002-06-06T03:59:59Z'), 'America/New_York')).toBe('2002-06-05');
  });

  it('tells a deadline in the zone of the company and in UTC', () => {
    expect(longTime(new Date('2002-06-06T20:30:00Z'), 'America/New_York')).toBe(
      'June 6, 2002, 4:30 PM EDT (20:30 UTC)',
    );
    expect(longTime(new Date('2026-11-24T07:14:00Z'), 'America/Los_Angeles')).toBe(
      'November 23, 2026, 11:14 PM PST (07:14 UTC on November 24, 2026)',
    );
  });
});
