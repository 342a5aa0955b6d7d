import { type Composer, each } from './narrator.ts';

/** STUB */
export const chairChange: Composer<'chair-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
