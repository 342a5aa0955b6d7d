import type { Advice } from './advice.ts';
import type { FormItem } from './form-item.ts';
import { type FourDayClock, four } from './item-clock.ts';

const withAppointment: Advice = {
  rule: 'Form 8-K Item 5.02(c)',
  text: 'Where it goes with the appointment of an officer under Item 5.02(c), it may wait with it for the public announcement.',
};

/** The clocks of section 5 of Form 8-K: control, people, bylaws and votes. */
export const governanceClocks = {
  '5.01': { clock: four, dayZero: 'the day of the change in control' },
  '5.02(a)': {
    clock: four,
    dayZero: 'the day on which the director resigns, refuses to stand again or is removed',
    followUps: [
      {
        businessDays: 2,
        rule: 'Form 8-K Item 5.02(a)',
        text: "File the director's letter within two business days after it is received.",
      },
    ],
  },
  '5.02(b)': {
    clock: four,
    dayZero: 'the day of the notice of the decision, even of one that is conditional or oral',
    advice: [
      {
        rule: 'Form 8-K C&DI 117.01',
        text: 'The day of the notice counts, not the day on which the departure takes effect.',
      },
      {
        rule: 'Form 8-K Item 5.02(b)',
        text: 'This report cannot wait until a successor is announced under Item 5.02(c).',
      },
      { rule: 'Form 8-K Item 5.02(b)', text: 'A death does not start this clock.' },
    ],
  },
  '5.02(c)': {
    clock: four,
    dayZero: 'the day of the appointment',
    mayAwaitAnnouncement: true,
    advice: [
      {
        rule: 'Form 8-K Item 5.02(c)',
        text: 'If the company announces the appointment otherwise than on Form 8-K, the report may wait until the day of that announcement.',
      },
    ],
    followUps: [
      {
        businessDays: 4,
        rule: 'Form 8-K Item 5.02, Instruction 2',
        text: 'Amend the report within four business days after what was missing is determined or available.',
      },
    ],
  },
  '5.02(d)': {
    clock: four,
    dayZero: 'the day on which the director is elected otherwise than by the holders',
    mayAwaitAnnouncement: true,
    advice: [withAppointment],
    followUps: [
      {
        businessDays: 4,
        rule: 'Form 8-K Item 5.02, Instruction 2',
        text: 'Amend the report within four business days after what was missing is determined or available.',
      },
    ],
  },
  '5.02(e)': {
    clock: four,
    since: '2006-11-07',
    dayZero: 'the day on which the plan, the grant or the amendment is made',
    mayAwaitAnnouncement: true,
    advice: [withAppointment],
  },
  '5.02(f)': {
    clock: four,
    since: '2006-11-07',
    dayZero: 'the day on which the missing salary or bonus can be calculated',
  },
  '5.03': {
    clock: four,
    dayZero: 'the day on which the amendment takes effect, or the change of the fiscal year is decided',
  },
  '5.04': {
    clock: four,
    dayZero:
      'the day on which the notice of the plan administrator is received or, without one, the day on which the company tells those concerned',
  },
  '5.05': {
    clock: four,
    dayZero: 'the day of the amendment or the waiver',
    advice: [
      {
        rule: 'Form 8-K Item 5.05(c)',
        text: 'The web site may carry it instead within the same four business days, if the last annual report said so and gave the address.',
      },
    ],
  },
  '5.06': { clock: four, since: '2005-11-07', dayZero: 'the day of the transaction' },
  '5.07': {
    clock: four,
    since: '2010-02-28',
    dayZero: 'the day on which the meeting ends',
    advice: [
      {
        rule: 'Form 8-K Item 5.07',
        text: 'If the final votes are not known by then, the report gives the preliminary ones.',
      },
    ],
    followUps: [
      {
        businessDays: 4,
        rule: 'Form 8-K Item 5.07',
        text: 'Amend the report within four business days after the final votes are known.',
      },
    ],
  },
  '5.08': { clock: four, dayZero: 'the day on which the company fixes the expected date of the meeting' },
} satisfies Partial<Record<FormItem, FourDayClock>>;
