import { type Composer, each } from './narrator.ts';

/** STUB */
export const auditorChange: Composer<'auditor-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
