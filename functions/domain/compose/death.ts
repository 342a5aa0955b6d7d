import { type Composer, each } from './narrator.ts';

/** STUB */
export const death: Composer<'death'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
