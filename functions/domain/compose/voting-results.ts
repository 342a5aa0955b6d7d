import { type Composer, each } from './narrator.ts';

/** STUB */
export const votingResults: Composer<'voting-results'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
