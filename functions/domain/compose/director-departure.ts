import { type Composer, each } from './narrator.ts';

/** STUB */
export const directorDeparture: Composer<'director-departure'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
