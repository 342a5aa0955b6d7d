import { accountantClocks } from './accountant-clocks.ts';
import type { Advice } from './advice.ts';
import { businessClocks } from './business-clocks.ts';
import type { FormItem } from './form-item.ts';
import { governanceClocks } from './governance-clocks.ts';
import type { FourDayClock, OtherClock } from './item-clock.ts';

const servesRegulationFd: Advice = {
  rule: 'Form 8-K General Instruction B.1',
  text: 'A report that serves Regulation FD is due when Regulation FD says, not after four business days.',
};

/** The items of Form 8-K by number, with their clocks. */
export const itemClocks: Readonly<Record<FormItem, FourDayClock | OtherClock>> = {
  ...businessClocks,
  ...accountantClocks,
  ...governanceClocks,
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
};
