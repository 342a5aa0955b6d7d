import { type Composer, each } from './narrator.ts';

/** STUB */
export const financing: Composer<'financing'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
