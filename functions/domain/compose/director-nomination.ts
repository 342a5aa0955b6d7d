import { type Composer, each } from './narrator.ts';

/** STUB */
export const directorNomination: Composer<'director-nomination'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
