import { type Composer, each } from './narrator.ts';

/** STUB */
export const compensationChange: Composer<'compensation-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
