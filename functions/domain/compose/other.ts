import type { Composer } from './narrator.ts';

/** Words that are no part of a name, so that they lose their capital within a sentence. */
const opening =
  /^(?:A|After|All|An|As|At|By|Each|Effective|For|From|If|In|It|Its|No|On|Our|Since|The|These|This|Under|Upon|With)\b/;

/** The first paragraph goes on from "announced that" where the release begins with it. */
const continued = (words: string): string => words.replace(opening, (word) => word.toLowerCase());

export const other: Composer<'other'> = {
  sentences: (acts, { lead }) =>
    acts.flatMap((sent, position) =>
      sent.act.paragraphs.map((words, index) => ({
        view: { words: lead && position === 0 && index === 0 ? continued(words) : words },
        acts: [sent],
      })),
    ),
  headline: ([{ act }], { company }) => ({ company: company.shortName, topic: act.topic ?? null }),
};
