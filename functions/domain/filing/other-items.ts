import type { ActOf } from '../acts.ts';
import { type ActItem, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import type { FormItem } from './form-item.ts';

/** The items whose clock can start with a notice to the company, and never with the effect. */
const startedByNotice: ReadonlySet<FormItem> = new Set([
  '1.04',
  '3.01',
  '4.01',
  '4.02',
  '5.02(a)',
  '5.02(b)',
  '5.04',
]);

/** The items whose clock starts with what has come about, and not with the decision to bring it about. */
const startedByEffect: ReadonlySet<FormItem> = new Set(['2.01', '2.04', '5.01', '5.06']);

const incident =
  /\b(cyber\w*|ransomware|malware|data breach|unauthori[sz]ed (access|part(y|ies)|third part(y|ies)))\b/i;

const namedItem = (item: FormItem, act: ActOf<'other'>): ActItem => {
  const { noticed, decided, effective } = act;
  const [byNotice, byEffect] = [startedByNotice.has(item), startedByEffect.has(item)];
  const day = dayOf(
    byNotice ? (noticed ?? decided) : byEffect ? (effective ?? decided) : (decided ?? effective),
  );
  return {
    item,
    certain: true,
    why: 'Whoever sent it named the item.',
    day,
    missing: lacking([[day, 'the day of the event']]),
  };
};

/** What sounds like an incident and was sent under another item: one that is material has an item of its own. */
const mayBeIncident = ({ item, paragraphs, topic = '' }: ActOf<'other'>): ActItem[] => {
  if (item === '1.05' || ![topic, ...paragraphs].some((text) => incident.test(text))) return [];
  return [
    {
      item: '1.05',
      certain: false,
      why: 'A cybersecurity incident comes under Item 1.05 once the company determines that it is material.',
      day: undefined,
      missing: [
        'the day on which it was determined whether the incident is material',
        'whether the incident is material, its nature, scope and timing, and its impact',
      ],
    },
  ];
};

/** The items of what no other kind of act can say. */
export const otherItems: ItemRules<'other' | 'statement'> = {
  other: (act) => [
    act.item === undefined ? regulationFd('Whoever sent it named no item.') : namedItem(act.item, act),
    ...mayBeIncident(act),
  ],
  statement: () => [],
};
