import { type Composer, each } from './narrator.ts';

/** STUB */
export const tickerChange: Composer<'ticker-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
