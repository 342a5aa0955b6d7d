import { type Composer, each } from './narrator.ts';

/** STUB */
export const delisting: Composer<'delisting'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
