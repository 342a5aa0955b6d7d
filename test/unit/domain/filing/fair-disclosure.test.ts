import { describe, expect, it } from 'vitest';
import { fairDisclosure } from '../../../../functions/domain/filing/fair-disclosure.ts';

describe('Regulation FD', () => {
  it.each([
    ['24 hours later, on a trading day', '2026-06-09T10:00:00-04:00', '2026-06-10T14:00:00.000Z'],
    ['24 hours later, before the opening', '2026-06-09T06:00:00-04:00', '2026-06-10T10:00:00.000Z'],
    ['24 hours later, in the evening', '2026-06-09T20:00:00-04:00', '2026-06-11T00:00:00.000Z'],
    [
      'the opening on Monday, of what is learned on Friday',
      '2026-06-12T15:00:00-04:00',
      '2026-06-15T13:30:00.000Z',
    ],
    ['the opening on Monday, early on Saturday', '2026-06-13T06:00:00-04:00', '2026-06-15T13:30:00.000Z'],
    ['the opening on Monday, at that of Friday', '2026-06-12T09:30:00-04:00', '2026-06-15T13:30:00.000Z'],
    [
      'the opening on Monday, of what is learned on Saturday',
      '2026-06-13T12:00:00-04:00',
      '2026-06-15T13:30:00.000Z',
    ],
    [
      '24 hours later, of what is learned on Sunday at ten',
      '2026-06-14T10:00:00-04:00',
      '2026-06-15T14:00:00.000Z',
    ],
    ['the opening after Good Friday', '2026-04-02T17:00:00-04:00', '2026-04-06T13:30:00.000Z'],
    ['the opening after the clocks change', '2026-03-06T17:00:00-05:00', '2026-03-09T13:30:00.000Z'],
  ])('ends "promptly" at the latest %s', (_, learned, latest) => {
    const duty = fairDisclosure(new Date(learned));
    expect(duty).toMatchObject({ rule: 'Regulation FD Rules 100(a) and 101(d)', latest });
    expect(duty.text).toContain('as soon as reasonably practicable');
  });
});
