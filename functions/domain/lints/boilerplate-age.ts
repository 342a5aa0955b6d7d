import { longDate } from '../dates.ts';
import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** Finds boilerplate that nobody has looked at for more than a year. */
export const boilerplateLints = ({
  boilerplateAsOf,
  announced,
}: Pick<ReleaseText, 'boilerplateAsOf' | 'announced'>): Check[] =>
  boilerplateAsOf !== undefined && announced > aYearAfter(boilerplateAsOf)
    ? [
        warning(
          'boilerplate-old',
          `The boilerplate is of ${longDate(boilerplateAsOf)}. See whether it still holds, and date it anew.`,
        ),
      ]
    : [];
