import { type Composer, each } from './narrator.ts';

/** STUB */
export const dividendSuspension: Composer<'dividend-suspension'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
