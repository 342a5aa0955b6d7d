import { type Composer, each } from './narrator.ts';

/** STUB */
export const debtRestructuring: Composer<'debt-restructuring'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
