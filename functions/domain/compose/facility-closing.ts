import { type Composer, each } from './narrator.ts';

/** STUB */
export const facilityClosing: Composer<'facility-closing'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
