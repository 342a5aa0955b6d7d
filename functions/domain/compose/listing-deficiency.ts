import { type Composer, each } from './narrator.ts';

/** STUB */
export const listingDeficiency: Composer<'listing-deficiency'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
