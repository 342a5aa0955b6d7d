import { type Composer, each } from './narrator.ts';

/** STUB */
export const bylawAmendment: Composer<'bylaw-amendment'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
