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

/** Whether a text has every word of a name but for initials, so that "Barry Gilbert" is W. Barry Gilbert. */
const names = (text: string, name: string): boolean => {
  const parts = words(name)
    .trim()
    .split(' ')
    .filter((part) => part.length > 1);
  return parts.length > 0 && parts.every((part) => words(text).includes(` ${part} `));
};

/** Whether a text gives the old title; "Senior Vice President" is not an old "Vice President". */
const hasOldTitle = (text: string, { oldTitle = '', newTitle = '' }: AnnouncedPerson): boolean => {
  const [old, next] = [words(oldTitle), words(newTitle)];
  const rest = next.length >= old.length ? words(text).replaceAll(next, ' ') : words(text);
  return old.trim() !== '' && rest.includes(old);
};

/** Whether a line begins with the old title, as one under a name does. */
const opensWithOldTitle = (text: string, person: AnnouncedPerson): boolean =>
  hasOldTitle(text, person) && words(text).startsWith(words(person.oldTitle ?? ''));

const stillHas = (lines: readonly string[], person: AnnouncedPerson): boolean =>
  lines.some(
    (line, index) =>
      names(line, person.name) &&
      (hasOldTitle(line, person) || opensWithOldTitle(lines[index + 1] ?? '', person)),
  );

/** Finds people who bear their old title in the contact or the boilerplate, on or after the day of the change. */
export const oldTitleLints = ({
  people,
  announced,
  contactLines,
  boilerplate,
}: Pick<ReleaseText, 'people' | 'announced' | 'contactLines' | 'boilerplate'>): Check[] =>
  people
    .filter(({ effective }) => effective === undefined || effective <= announced)
    .flatMap((person) =>
      [
        { place: 'contact', lines: contactLines },
        { place: 'boilerplate', lines: sentencesOf(boilerplate) },
      ]
        .filter(({ lines }) => stillHas(lines, person))
        .map(({ place }) =>
          warning(
            'old-title',
            `The ${place} still calls ${person.name} "${person.oldTitle}". Correct it in the company's profile.`,
          ),
        ),
    );
