import type { FormItem } from './form-item.ts';
import { type FourDayClock, four } from './item-clock.ts';

/** The clocks of sections 1 to 3 of Form 8-K: agreements, incidents, assets, results, debt, charges, listing, securities. */
export const businessClocks = {
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
} satisfies Partial<Record<FormItem, FourDayClock>>;
