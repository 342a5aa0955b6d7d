import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { AnnouncedPerson, ReleaseText } from './release-text.ts';
import { sentencesOf } from './wording.ts';

const longForms: Readonly<Record<string, string>> = {
  ceo: 'chief executive officer',
  cfo: 'chief financial officer',
  coo: 'chief operating officer',
  cto: 'chief technology officer',
  cio: 'chief information officer',
  evp: 'executive vice president',
  svp: 'senior vice president',
  vp: 'vice president',
  '&': 'and',
};

/** A text as words for comparing: lower case, short forms of titles written out, a space at either end. */
const words = (text: string): string => {
  const found = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|&/gu) ?? [];
  return ` ${found.map((word) => longForms[word] ?? word).join(' ')} `;
};

/** Whether a line has every word of a name but for initials, so that "Barry Gilbert" is W. Barry Gilbert. */
const names = (line: string, name: string): boolean => {
  const parts = words(name)
    .trim()
    .split(' ')
    .filter((part) => part.length > 1);
  return parts.length > 0 && parts.every((part) => line.includes(` ${part} `));
};

/** Whether a line gives the old title; "Senior Vice President" is not an old "Vice President". */
const hasOldTitle = (line: string, old: string, next: string): boolean =>
  (next.length >= old.length ? line.replaceAll(next, ' ') : line).includes(old);

/** Whether lines, as words, name a person with the old title, or above a line that begins with it. */
const stillHas = (
  lines: readonly string[],
  { name, oldTitle = '', newTitle = '' }: AnnouncedPerson,
): boolean => {
  const [old, next] = [words(oldTitle), words(newTitle)];
  if (old.trim() === '') return false;
  return lines.some((line, index) => {
    const below = lines[index + 1] ?? '';
    return (
      names(line, name) &&
      (hasOldTitle(line, old, next) || (hasOldTitle(below, old, next) && below.startsWith(old)))
    );
  });
};

/** Finds people who bear their old title in the contact or the boilerplate, on or after the day of the change. */
export const oldTitleLints = ({
  people,
  announced,
  contactLines,
  boilerplate,
}: Pick<ReleaseText, 'people' | 'announced' | 'contactLines' | 'boilerplate'>): Check[] => {
  const places = [
    { place: 'contact', lines: contactLines.map(words) },
    { place: 'boilerplate', lines: sentencesOf(boilerplate).map(words) },
  ];
  return people
    .filter(({ effective }) => effective === undefined || effective <= announced)
    .flatMap((person) =>
      places
        .filter(({ lines }) => stillHas(lines, person))
        .map(({ place }) =>
          warning(
            'old-title',
            `The ${place} still calls ${person.name} "${person.oldTitle}". Correct it in the company's profile.`,
          ),
        ),
    );
};
