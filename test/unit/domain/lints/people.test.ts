import { describe, expect, it } from 'vitest';
import { foundAfter, sound } from './sound-release.ts';

const [farrow] = sound.people;
const withPerson = (change: object) => ({ people: [{ ...farrow, name: 'Edith M. Farrow', ...change }] });

describe('a sound release', () => {
  it('has nothing to find', () => {
    expect(foundAfter({})).toEqual([]);
  });
});

describe('the contact', () => {
  it.each([
    ['after the name', ['Edith Farrow, Interim CEO']],
    ['under the name', ['Edith Farrow', 'Interim Chief Executive Officer']],
    ['before the name', ['INTERIM CEO EDITH FARROW']],
  ])('still bears the old title: %s', (_, contactLines) => {
    expect(foundAfter({ contactLines })).toEqual(['warning old-title']);
  });

  it.each([
    ['has the new title', ['Edith Farrow', 'Chief Executive Officer']],
    ['has no title', ['Edith Farrow', '(518) 555-0134']],
    ['names another with that title', ['Edith Farrow', 'Joan Ames, Interim CEO']],
    ['names another Farrow', ['Miles Farrow, Interim CEO']],
    ['names nobody', ['Investor Relations']],
  ])('is left alone where it %s', (_, contactLines) => {
    expect(foundAfter({ contactLines })).toEqual([]);
  });

  it.each([
    ['Vice President', 'Senior Vice President', 'Edith Farrow, SVP', []],
    ['Vice President', 'Senior Vice President', 'Edith Farrow, VP', ['warning old-title']],
    ['President', 'President & CEO', 'Edith Farrow, President and Chief Executive Officer', []],
    ['Chief Financial Officer', undefined, 'Edith Farrow, CFO', ['warning old-title']],
    [undefined, 'Chief Executive Officer', 'Edith Farrow, Chairman', []],
  ])('of one who was %s and is %s may say %s: %j', (oldTitle, newTitle, line, found) => {
    expect(foundAfter({ ...withPerson({ oldTitle, newTitle }), contactLines: [line] })).toEqual(found);
  });

  it('may bear the old title until the change takes effect', () => {
    const change = {
      ...withPerson({ effective: '2026-03-11', effectivePhrase: 'effective March' }),
      contactLines: ['Edith Farrow, Interim CEO'],
    };
    expect(foundAfter(change)).toEqual([]);
  });

  it('is named with what to do, and so is the boilerplate', () => {
    const boilerplate = ['Corliss Valve makes valves. Edith Farrow, interim CEO, leads it.'];
    expect(foundAfter({ boilerplate })).toEqual(['warning old-title']);
    expect(foundAfter({ boilerplate: ['Edith Farrow leads it. It has had an interim CEO before.'] })).toEqual(
      [],
    );
  });
});

describe('the day of a change', () => {
  const saying = (sentence: string, change: object) => ({
    ...withPerson(change),
    paragraphs: [`She expects to begin ${sentence}.`],
  });

  it.each([
    ['in full', 'on March 30, 2026', { effective: '2026-03-30' }],
    ['without its year', 'on March 30', { effective: '2026-03-30' }],
    ['over two lines', 'on March\n30, 2026', { effective: '2026-03-30' }],
    ['as today', 'effective today', { effective: '2026-03-10' }],
    [
      "in the sender's words",
      'at the next annual meeting',
      { effectivePhrase: 'at the next annual meeting' },
    ],
  ])('is given %s', (_, sentence, change) => {
    expect(foundAfter(saying(sentence, { effective: undefined, ...change }))).toEqual([]);
  });

  it.each([
    ['another day', 'on March 31, 2026', { effective: '2026-03-30' }],
    ['a day that begins alike', 'on March 30, 2026', { effective: '2026-03-03' }],
    ['today, of another day', 'effective today', { effective: '2026-03-11' }],
    ['no words', 'soon', { effective: undefined, effectivePhrase: 'immediately' }],
  ])('is missed where the text gives %s', (_, sentence, change) => {
    expect(foundAfter(saying(sentence, change))).toEqual(['warning effective-date-unsaid']);
  });

  it('is asked for where nobody has sent it', () => {
    expect(foundAfter(withPerson({ effective: undefined }))).toEqual(['warning effective-date-missing']);
  });
});
