import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

/** Characters of a headline that newswires take. */
const longest = 170;

const isAllCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** Finds headlines that a newswire would refuse: too long, or all in capitals where it takes none of these. */
export const headlineLints = ({
  headline,
  wireRefusesCapitals,
}: Pick<ReleaseText, 'headline' | 'wireRefusesCapitals'>): Check[] => {
  const length = [...headline].length;
  return [
    ...(length > longest
      ? [
          warning(
            'headline-long',
            `The headline has ${length} characters; newswires take ${longest}. Shorten it.`,
          ),
        ]
      : []),
    ...(wireRefusesCapitals && isAllCapitals(headline)
      ? [
          warning(
            'headline-capitals',
            'The wire refuses a headline all in capitals. Write it in small letters.',
          ),
        ]
      : []),
  ];
};
