import { type Composer, each } from './narrator.ts';

/** STUB */
export const nameChange: Composer<'name-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
