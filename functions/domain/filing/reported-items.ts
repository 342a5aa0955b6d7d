import type { Company } from '../company.ts';
import type { SentAct } from '../compose/narrator.ts';
import type { ActItem } from './act-item.ts';
import { actItems } from './act-items.ts';
import { notInForce } from './filing-deadline.ts';
import { filesForm8K } from './form-8k-filer.ts';

/** An act of a release under an item of Form 8-K that it comes under, or may come under. */
export interface Reported extends ActItem {
  sent: SentAct;
  /** Which of the release's acts it is, from 0. */
  index: number;
}

/** Puts an item in doubt that was not in force on the day of its event, or whose form the company may not file. */
const weigh = (found: Reported, announced: string, files: boolean): Reported => {
  const outOfForce = notInForce(found.item, found.day ?? announced);
  if (outOfForce !== undefined) return { ...found, certain: false, why: outOfForce.note.text };
  return files || !found.certain
    ? found
    : { ...found, certain: false, why: `${found.why} It applies if the company files Form 8-K.` };
};

/** What the acts of a release, with all that events say of them, come under; in the order of the acts. */
export const reportedItems = ({
  company,
  acts,
  announced,
}: {
  company: Company;
  acts: readonly SentAct[];
  announced: string;
}): Reported[] => {
  const files = filesForm8K(company);
  const isAnswered = ({ unless }: ActItem): boolean =>
    unless !== undefined && acts.some(({ act }) => unless(act));
  return acts.flatMap((sent, index) =>
    actItems(sent.act, [company.name, company.shortName])
      .filter((found) => !isAnswered(found))
      .map((found) => weigh({ ...found, sent, index }, announced, files)),
  );
};
