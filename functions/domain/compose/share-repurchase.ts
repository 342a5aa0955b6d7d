import { type Composer, each } from './narrator.ts';

/** STUB */
export const shareRepurchase: Composer<'share-repurchase'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
