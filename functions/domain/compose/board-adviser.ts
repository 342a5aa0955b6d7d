import { type Composer, each } from './narrator.ts';

/** STUB */
export const boardAdviser: Composer<'board-adviser'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
