import type { ActOf } from '../acts.ts';
import { type ActItem, charter, dayOf, lacking } from './act-item.ts';

const codeOfEthics = /\bcode\b.*\b(ethics|conduct)\b|\b(ethics|conduct) code\b/i;
const charterOrBylaws = /\b(charter|articles|certificate|by-?laws?)\b/i;

const codeChange = (act: ActOf<'bylaw-amendment'>): ActItem => {
  const day = dayOf(act.decided ?? act.effective);
  return {
    item: '5.05',
    certain: false,
    why: 'A change of the code of ethics comes under Item 5.05 if the code holds for the principal executive, financial or accounting officer and the change is more than technical.',
    day,
    missing: lacking([
      [day, 'the day of the amendment'],
      [act.changes, 'what the amendment changes'],
    ]),
  };
};

/** The items of a change of the bylaws, the charter, the code of ethics or another instrument. */
export const instrumentItems = (act: ActOf<'bylaw-amendment'>): ActItem[] => {
  const { instrument = 'bylaws' } = act;
  if (codeOfEthics.test(instrument)) return [codeChange(act)];
  const change = charter(instrument, dayOf(act.effective));
  return [
    charterOrBylaws.test(instrument)
      ? change
      : {
          ...change,
          why: `Item 5.03 is about the articles of incorporation and the bylaws: check whether the ${instrument} is part of them.`,
        },
  ];
};
