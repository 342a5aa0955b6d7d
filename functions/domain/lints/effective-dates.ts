import { longDate } from '../dates.ts';
import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { AnnouncedPerson, ReleaseText } from './release-text.ts';
import { patternOf } from './wording.ts';

const says = (text: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(words)}(?![\\p{L}\\p{N}])`, 'iu').test(text);

/** Whether a text gives the day in full, without its year, in the sender's words, or as "today". */
const saysWhen = (text: string, person: AnnouncedPerson, announced: string): boolean => {
  const { effective, effectivePhrase } = person;
  if (effectivePhrase !== undefined && says(text, effectivePhrase)) return true;
  if (effective === undefined) return false;
  const day = longDate(effective);
  return says(text, day.replace(/, \d+$/, '')) || (effective === announced && says(text, 'effective today'));
};

/** Finds changes whose day nobody has sent, and those whose day the release does not give, though it is known. */
export const effectiveDateLints = ({
  people,
  announced,
  paragraphs,
}: Pick<ReleaseText, 'people' | 'announced' | 'paragraphs'>): Check[] => {
  const text = paragraphs.join('\n');
  return people.flatMap((person) => {
    const { name, effective, effectivePhrase } = person;
    if (effective === undefined && effectivePhrase === undefined) {
      return [
        warning(
          'effective-date-missing',
          `No day is known on which the change for ${name} takes effect. Ask for it.`,
        ),
      ];
    }
    const when = effective === undefined ? effectivePhrase : longDate(effective);
    return saysWhen(text, person, announced)
      ? []
      : [
          warning(
            'effective-date-unsaid',
            `The change for ${name} takes effect ${when}, and the release does not say so. Form 8-K will.`,
          ),
        ];
  });
};
