import { type Composer, each } from './narrator.ts';

/** STUB */
export const tradingPlan: Composer<'trading-plan'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
