import { describe, expect, it } from 'vitest';
import type { Act, ActKind } from '../../../../functions/domain/acts.ts';
import { kindsOfHeadline, paragraphKinds } from '../../../../functions/domain/compose/paragraph-kinds.ts';

const person = { name: 'Ann Lee' };
const leaves: Act = { kind: 'officer-departure', person, manner: 'terminated' };
const joins: Act = { kind: 'officer-appointment', person };
const restates: Act = { kind: 'restatement' };
const pays: Act = { kind: 'dividend' };
const says: Act = { kind: 'statement', speaker: person, paragraphs: ['Yes.'] };

const sent = (...acts: Act[]) => acts.map((act) => ({ act, event: 'hr~1' }));
const orderOf = (house: ActKind[][], headlined: ActKind[], ...acts: Act[]): ActKind[][] =>
  paragraphKinds(house, sent(...acts), new Set(headlined)).filter((kinds) => kinds.length > 0);

describe('the paragraphs of a release', () => {
  const house: ActKind[][] = [['officer-departure'], ['officer-appointment'], ['statement']];

  it('begin with what the headline is about, and then follow the house style', () => {
    expect(orderOf(house, ['restatement'], leaves, joins, restates)).toEqual([
      ['restatement'],
      ['officer-departure'],
      ['officer-appointment'],
    ]);
  });

  it('begin with either of what one headline tells, in the order of the house', () => {
    expect(orderOf(house, ['officer-appointment', 'officer-departure'], joins, leaves)).toEqual([
      ['officer-departure'],
      ['officer-appointment'],
    ]);
  });

  it('hold what the house does not name before the statements, where those are last', () => {
    expect(orderOf(house, ['officer-departure'], says, pays, leaves)).toEqual([
      ['officer-departure'],
      ['dividend'],
      ['statement'],
    ]);
    expect(
      orderOf([['statement'], ['officer-departure']], ['officer-departure'], says, pays, leaves),
    ).toEqual([['officer-departure'], ['statement'], ['dividend']]);
  });

  it('begin with no quotation where nobody knows what the headline is about', () => {
    expect(orderOf([['statement']], [], says, pays)).toEqual([['dividend'], ['statement']]);
    expect(orderOf(house, [], says)).toEqual([['statement']]);
  });

  it('know that a headline on a successor tells the departure too', () => {
    const departure = {
      act: { ...leaves, manner: 'retired' as const, kind: 'officer-departure' as const },
      event: 'hr~1',
    };
    const [first] = sent(joins);
    expect([...kindsOfHeadline('officer-appointment', first ? [{ ...first, departure }] : [])]).toEqual([
      'officer-appointment',
      'officer-departure',
    ]);
    expect([...kindsOfHeadline(undefined, sent(joins))]).toEqual([]);
  });
});
