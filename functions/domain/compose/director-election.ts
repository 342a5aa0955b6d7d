import { type Composer, each } from './narrator.ts';

/** STUB */
export const directorElection: Composer<'director-election'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
