import type { View } from '../templates.ts';
import { dayView } from './day.ts';
import { isNotYet } from './effective.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';

type Other = SentActOf<'other'>;

/** Words that are no part of a name, so that they lose their capital within a sentence. */
const opener =
  /^(?:A|After|All|An|As|At|By|During|Each|Effective|Following|For|From|Holders|If|In|It|Its|No|On|Our|Pursuant|Shareholders|Since|Stockholders|The|These|This|Trading|Under|Upon|With)(?=[ ,])/;

/** The first paragraph goes on from "announced that" where the release begins with it. */
const continued = (words: string): string => words.replace(opener, (word) => word.toLowerCase());

const effectView = (sent: Other, narrator: Narrator): View => {
  const said = dayView(sent, sent.act.effective, 'the day on which it takes effect', narrator);
  return { future: isNotYet(said), ...said.day };
};

/** One view for each paragraph; the last one says from when it holds. */
const told = (sent: Other, narrator: Narrator): View[] => {
  const { paragraphs, effective } = sent.act;
  return paragraphs.map((words, index) => ({
    words: narrator.lead && index === 0 ? continued(words) : words,
    effect: index === paragraphs.length - 1 && effective !== undefined ? effectView(sent, narrator) : null,
  }));
};

export const other: Composer<'other'> = {
  sentences: (acts, narrator) =>
    acts.flatMap((sent, index) =>
      told(sent, { ...narrator, lead: narrator.lead && index === 0 }).map((view) => ({ view, acts: [sent] })),
    ),
  headline: ([{ act }], { company }) => ({ company: company.shortName, topic: act.topic ?? null }),
};
