import { type Composer, each } from './narrator.ts';

/** STUB */
export const committeeChange: Composer<'committee-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
