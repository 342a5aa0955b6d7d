import { type Composer, each } from './narrator.ts';

/** STUB */
export const stockSplit: Composer<'stock-split'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
