import { type Composer, each } from './narrator.ts';

/** STUB */
export const boardSizeChange: Composer<'board-size-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
