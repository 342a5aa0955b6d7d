import { type Composer, each } from './narrator.ts';

/** STUB */
export const newListing: Composer<'new-listing'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
