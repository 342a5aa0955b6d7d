import { type Composer, each } from './narrator.ts';

/** STUB */
export const other: Composer<'other'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
