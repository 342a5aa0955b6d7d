import { type Composer, each } from './narrator.ts';

/** STUB */
export const dividend: Composer<'dividend'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
