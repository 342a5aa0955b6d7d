import { type Composer, each } from './narrator.ts';

/** STUB */
export const restructuring: Composer<'restructuring'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
