import type { View } from '../templates.ts';
import { takesAn } from './article.ts';
import { effectiveOfDecision, effectiveView } from './effective.ts';
import { titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Adviser = SentActOf<'board-adviser'>;

/** An adviser is called by a title, because an observer advises nobody. */
const titleOf = (sent: Adviser, { need }: Narrator): string =>
  need(sent, sent.act.title, `the title of ${sent.act.person.name} before the board`, 'title');

/** Words that are no title, such as "observer", take an article, and say before whom. */
const boardTitleView = ({ act: { title = '' } }: Adviser): Record<'article' | 'an' | 'toBoard', boolean> => {
  const isPlain = /^(?!an? |the )\p{Ll}/u.test(title);
  return { article: isPlain, an: takesAn(title), toBoard: isPlain && !/\bboard\b/i.test(title) };
};

const advises = (sent: Adviser, narrator: Narrator): View => {
  const { person, effective, until } = sent.act;
  const fact = `the day on which ${person.name} begins to serve`;
  const { day, dated } = effectiveOfDecision(effectiveView(sent, effective, fact, narrator));
  return {
    name: person.name,
    age: person.age ?? null,
    ...boardTitleView(sent),
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
  toBoard: boardTitleView(sent).toBoard,
  title: sent.act.title === undefined ? titleOf(sent, narrator) : titleCase(sent.act.title),
});

export const boardAdviser: Composer<'board-adviser'> = {
  sentences: (acts, narrator) => each(acts, narrator, advises),
  headline: ([first], narrator) => adviserHeadline(first, narrator),
};
