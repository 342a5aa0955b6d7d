import type { Advice } from './advice.ts';
import type { FormItem } from './form-item.ts';

/** Something that must follow a report within a number of business days. */
export interface FollowUp extends Advice {
  businessDays: number;
}

/** A report that is due within four business days. */
export interface FourDayClock {
  clock: 'four-business-days';
  /** The day from which the item is in the form, where that is later than the form's own. */
  since?: string;
  /** What day 0 is, as words that stand after "Day 0 is". */
  dayZero: string;
  /** Whether the report may wait for the day on which the company announces the event otherwise. */
  mayAwaitAnnouncement?: true;
  advice?: readonly Advice[];
  followUps?: readonly FollowUp[];
}

/** A report that has no such deadline, and why. */
export interface OtherClock {
  clock: 'regulation-fd' | 'with-its-item';
  advice: readonly Advice[];
}

const four = 'four-business-days';

const servesRegulationFd: Advice = {
  rule: 'Form 8-K General Instruction B.1',
  text: 'A report that serves Regulation FD is due when Regulation FD says, not after four business days.',
};

const withAppointment: Advice = {
  rule: 'Form 8-K Item 5.02(c)',
  text: 'Where it goes with the appointment of an officer under Item 5.02(c), it may wait with it for the public announcement.',
};

const items = {
  '1.01': { clock: four, dayZero: 'the day on which the agreement or the amendment is entered into' },
  '1.02': { clock: four, dayZero: 'the day on which the agreement is ended' },
  '1.03': {
    clock: four,
    dayZero: 'the day of the order or the appointment in the bankruptcy or receivership',
  },
  '1.04': {
    clock: four,
    since: '2012-01-27',
    dayZero: 'the day on which the order or the notice of the mine safety authority is received',
  },
  '1.05': {
    clock: four,
    since: '2023-12-18',
    dayZero: 'the day on which the company determines that the incident is material',
    advice: [
      {
        rule: 'Form 8-K Item 1.05, Instruction 1',
        text: 'The company decides whether the incident is material without unreasonable delay after it is discovered.',
      },
      {
        rule: 'Form 8-K Item 1.05(c)',
        text: 'The report may be delayed only where the Attorney General determines that it would be a substantial risk, and says so to the Commission in writing.',
      },
    ],
    followUps: [
      {
        businessDays: 4,
        rule: 'Form 8-K Item 1.05, Instruction 2',
        text: 'Amend the report within four business days after what was missing is determined or available.',
      },
    ],
  },
  '2.01': { clock: four, dayZero: 'the day on which the acquisition or the disposition is completed' },
  '2.02': {
    clock: four,
    dayZero: 'the day on which the results are released',
    advice: [
      {
        rule: 'Form 8-K General Instruction B.2',
        text: 'The release is furnished as an exhibit, not filed.',
      },
    ],
  },
  '2.03': {
    clock: four,
    dayZero:
      'the day on which the company enters into an agreement that binds it or, without one, the day of the closing',
  },
  '2.04': {
    clock: four,
    dayZero: 'the day on which the triggering event occurs, with any notice that the agreement asks for',
  },
  '2.05': {
    clock: four,
    dayZero: 'the day on which the board or an authorized officer commits the company to the plan',
    advice: [
      {
        rule: 'Form 8-K Item 2.05',
        text: 'If a cost cannot be estimated in good faith yet, the report says so.',
      },
    ],
    followUps: [
      {
        businessDays: 4,
        rule: 'Form 8-K Item 2.05',
        text: 'Amend the report within four business days after the estimate is made.',
      },
    ],
  },
  '2.06': {
    clock: four,
    dayZero: 'the day on which it is concluded that a material charge for impairment is required',
    followUps: [
      {
        businessDays: 4,
        rule: 'Form 8-K Item 2.06',
        text: 'Amend the report within four business days after the estimate is made.',
      },
    ],
  },
  '3.01': {
    clock: four,
    dayZero: "the day of the notice, or of the company's own decision to delist or to transfer its listing",
  },
  '3.02': {
    clock: four,
    dayZero:
      'the day on which the company enters into an agreement that binds it to sell or, without one, the day of the closing',
  },
  '3.03': { clock: four, dayZero: 'the day on which the rights of holders are materially changed' },
  '4.01': {
    clock: four,
    dayZero: 'the day on which the auditor resigns, declines or is dismissed, or the new one is engaged',
    advice: [
      {
        rule: 'Form 8-K Item 4.01',
        text: 'The engagement of the new auditor is a second event, with four business days of its own.',
      },
      {
        rule: 'Regulation S-K Item 304(a)(3)',
        text: 'Give the former auditor the disclosure no later than the day on which it is filed, and ask for a letter.',
      },
    ],
    followUps: [
      {
        businessDays: 10,
        rule: 'Regulation S-K Item 304(a)(3)',
        text: "Ask for the former auditor's letter in time to file it within ten business days after the report.",
      },
      {
        businessDays: 2,
        rule: 'Regulation S-K Item 304(a)(3)',
        text: "File the former auditor's letter within two business days after it is received.",
      },
    ],
  },
  '4.02': {
    clock: four,
    dayZero:
      "the day on which it is concluded, or the auditor's notice is received, that the financial statements should not be relied on",
    followUps: [
      {
        businessDays: 2,
        rule: 'Form 8-K Item 4.02(c)',
        text: "File the auditor's letter by amendment within two business days after it is received.",
      },
    ],
  },
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
  '7.01': { clock: 'regulation-fd', advice: [servesRegulationFd] },
  '8.01': {
    clock: 'regulation-fd',
    advice: [
      servesRegulationFd,
      {
        rule: 'Form 8-K Item 8.01',
        text: 'Otherwise a report of other events is for the company to choose, and no day is set for it.',
      },
    ],
  },
  '9.01': {
    clock: 'with-its-item',
    advice: [
      {
        rule: 'Form 8-K Item 9.01',
        text: 'Exhibits are filed with the report of the item that they belong to.',
      },
    ],
  },
} satisfies Record<FormItem, FourDayClock | OtherClock>;

/** The items of Form 8-K by number, with their clocks. */
export const itemClocks: Readonly<Record<FormItem, FourDayClock | OtherClock>> = items;
