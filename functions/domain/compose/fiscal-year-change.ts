import { type Composer, each } from './narrator.ts';

/** STUB */
export const fiscalYearChange: Composer<'fiscal-year-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
