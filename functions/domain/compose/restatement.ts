import { type Composer, each } from './narrator.ts';

/** STUB */
export const restatement: Composer<'restatement'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
