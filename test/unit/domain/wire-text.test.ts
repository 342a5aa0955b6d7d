import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { companySchema } from '../../../functions/domain/company.ts';
import { composeContent } from '../../../functions/domain/content.ts';
import { textsOfBlock } from '../../../functions/domain/content-texts.ts';
import { wireNames } from '../../../functions/domain/house-styles.ts';
import { wireTexts } from '../../../functions/domain/wire-text.ts';
import { exampleDraft } from '../../support/example-draft.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const companies = ['halden-optics', 'iec-electronics'].map((id) => ({
  ...companyOfId(id),
  wires: [...wireNames],
}));
const acts = ['halden-2026', 'iec-2002'].flatMap((folder) =>
  recordedExamples(folder).flatMap(({ data }) => data.acts.map((act) => ({ act, event: 'hr~1' }))),
);

const words = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];

/** What a text says more often than another, word by word. */
const missingFrom = (text: string, said: string): string[] => {
  const counts = new Map<string, number>();
  for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words(said).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left === 0;
  });
};

describe('the text for a wire', () => {
  it('says every word of the sections of the exhibit but its dateline, whatever is announced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...companies), fc.subarray(acts, { minLength: 1 }), (company, sent) => {
        const announcement = {
          company,
          acts: sent,
          announced: '2026-11-19',
          headline: undefined,
          subheads: undefined,
          leading: undefined,
        };
        const { content } = composeContent(announcement, templates);
        const [lead = '', ...others] = content.sections.flatMap(({ heading, blocks, lines }) => [
          ...(heading === undefined ? [] : [heading]),
          ...blocks.flatMap(textsOfBlock),
          ...lines,
        ]);
        const said = [
          content.headline,
          ...content.subheads,
          lead.slice(lead.indexOf(company.name)),
          ...others,
        ];
        for (const { wire, text } of wireTexts(announcement, templates))
          expect([wire, missingFrom(text, said.join('\n'))]).toEqual([wire, []]);
      }),
    );
  });

  it('takes nothing of the form of the exhibit, and the places and the order of its paragraphs', () => {
    const { house } = companyOfId('iec-electronics');
    const { wires } = exampleDraft('iec-2002', {
      wires: ['accesswire'],
      house: {
        ...house,
        endMark: '# # #',
        announcement: 'says that',
        places: [{ city: 'Albany', region: 'NY' }],
      },
    });
    const [{ text } = { text: '' }] = wires;
    expect(text).toContain(
      'ALBANY, NY / ACCESS Newswire / June 6, 2002 / IEC Electronics Corp. (Nasdaq-SCM:',
    );
    expect(text).not.toMatch(/# # #|says that|Exhibit 99\.1|Press Release dated|Page 1 of 1/);
    expect(text.indexOf('has left')).toBeLessThan(text.indexOf('has been appointed'));
  });

  it('has a line for each paragraph, and several only where the contact stands', () => {
    const { contact } = companyOfId('halden-optics');
    for (const { text } of exampleDraft('halden-2026', { wires: [...wireNames] }).wires) {
      const several = text.split('\n\n').filter((paragraph) => paragraph.trimEnd().includes('\n'));
      expect(several.map((lines) => lines.trimEnd())).toEqual([
        [contact.heading, ...contact.lines].join('\n'),
      ]);
      expect(text).not.toMatch(/ $|^ |[\t\r]|\n\n\n/m);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  it('goes on after the dashes of Business Wire without a space, and of the others with one', () => {
    const starts = exampleDraft('halden-2026', { wires: [...wireNames] }).wires.map(
      ({ text }) => /\S+ ?(?=Halden Optics, Inc\.)/.exec(text)?.[0],
    );
    expect(starts).toEqual(['-- ', 'WIRE)--', '-- ', '/ ']);
  });

  it('sets a table in columns', () => {
    const announcement = {
      company: { ...companyOfId('halden-optics'), wires: ['globenewswire' as const] },
      acts: [
        {
          event: 'board~1',
          act: {
            kind: 'voting-results' as const,
            meeting: { type: '2026 annual', date: '2026-05-20' },
            directors: [
              { name: 'Ruth Okafor', for: 1_200_000, withheld: 9_000 },
              { name: 'Al Roe', for: 900_000, withheld: 310_000 },
            ],
          },
        },
      ],
      announced: '2026-05-21',
      headline: 'Halden Announces Results',
      subheads: [],
      leading: undefined,
    };
    const [{ text } = { text: '' }] = wireTexts(announcement, templates);
    const rows = text.split('\n').filter((line) => /^(Ruth|Al) \w+ {2}/.test(line));
    expect(rows.map((line) => line.length)).toEqual([rows[0]?.length, rows[0]?.length]);
    expect(rows).toEqual([
      expect.stringMatching(/^Ruth Okafor +1,200,000 +9,000$/),
      expect.stringMatching(/^Al Roe +900,000 +310,000$/),
    ]);
  });
});

describe('the wires of a profile', () => {
  const profile = (wires: readonly string[]) => {
    const { house, ...company } = companyOfId('iec-electronics');
    return { ...company, house: { places: house.places, exhibitLabel: 'Exhibit 99.1' }, wires };
  };
  const problemsOf = (wires: readonly string[]) =>
    (v.safeParse(companySchema, profile(wires)).issues ?? []).map(({ message }) => message);

  it('are none unless it names them', () => {
    expect(exampleDraft('halden-2026', { wires: [] }).wires).toEqual([]);
  });

  it.each([
    [['globenewswire', 'prnewswire'], []],
    [['prnewswire', 'prnewswire'], ['must name each wire once']],
    [['exhibit'], [expect.stringContaining('"exhibit"')]],
  ])('%j: %j', (wires, problems) => {
    expect(problemsOf(wires)).toEqual(problems);
  });
});
