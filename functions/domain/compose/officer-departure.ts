import { separated, shortPost, whenKey } from './grammar.ts';
import type { Composer, SentActOf } from './narrator.ts';
import { departed, endsOffice, officeOf } from './officer-departure-sentence.ts';
import { together } from './together.ts';

type Departure = SentActOf<'officer-departure'>;

/** What people must have in common to leave in one sentence; who keeps a post, or is not named, has one of their own. */
const commonKey = (sent: Departure, index: number): readonly unknown[] => {
  const { person, manner, effective, reason, cause, tenure, disagreement } = sent.act;
  return [
    manner,
    whenKey(effective),
    reason,
    cause,
    tenure,
    disagreement,
    (person === undefined || endsOffice(sent)) && index,
  ];
};

/** Those who leave alike have one sentence. The headline names the company and the offices that fall vacant. */
export const officerDeparture: Composer<'officer-departure'> = {
  sentences: (acts, narrator) =>
    together(acts, commonKey).map((people, index) => ({
      view: departed(people, { ...narrator, lead: narrator.lead && index === 0 }),
      acts: people,
    })),
  headline: (acts, narrator) => ({
    company: narrator.company.shortName,
    posts: separated(acts.map((sent) => ({ post: shortPost(officeOf(sent, narrator)) }))),
  }),
};
