import type { FormItem } from './form-item.ts';
import { type FourDayClock, four } from './item-clock.ts';

/** The clocks of section 4 of Form 8-K: the accountant, and statements that can no longer be relied on. */
export const accountantClocks = {
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
} satisfies Partial<Record<FormItem, FourDayClock>>;
