import { type Composer, each } from './narrator.ts';

/** STUB */
export const optionGrant: Composer<'option-grant'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
