import type { View } from '../templates.ts';
import { effectiveOfDecision, effectiveView } from './effective.ts';
import { titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Adviser = SentActOf<'board-adviser'>;

/** An adviser is called by a title, because an observer advises nobody. */
const titleOf = (sent: Adviser, { need }: Narrator): string =>
  need(sent, sent.act.title, `the title of ${sent.act.person.name} before the board`, 'title');

const advises = (sent: Adviser, narrator: Narrator): View => {
  const { person, effective, until } = sent.act;
  const fact = `the day on which ${person.name} begins to serve`;
  const { day, dated } = effectiveOfDecision(effectiveView(sent, effective, fact, narrator));
  return {
    name: person.name,
    age: person.age ?? null,
    title: titleOf(sent, narrator),
    ...day,
    dated,
    until: until ?? null,
  };
};

/** The headline names the person and the title. */
const adviserHeadline = (sent: Adviser, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  name: sent.act.person.name,
  title: sent.act.title === undefined ? titleOf(sent, narrator) : titleCase(sent.act.title),
});

export const boardAdviser: Composer<'board-adviser'> = {
  sentences: (acts, narrator) => each(acts, narrator, advises),
  headline: ([first], narrator) => adviserHeadline(first, narrator),
};
