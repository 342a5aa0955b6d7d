import { type Composer, each } from './narrator.ts';

/** STUB */
export const complianceRegained: Composer<'compliance-regained'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
