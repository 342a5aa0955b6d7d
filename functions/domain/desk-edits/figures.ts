import { months } from '../dates.ts';

/** An amount, a percentage, a number or a day in a text: as it is written there, and a key that is the same for each way to write it. */
export interface Figure {
  text: string;
  key: string;
}

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const powers: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };
/** Words with or without a capital, as headlines have one. */
const anyOf = (words: readonly string[]): string =>
  words.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|');

const scales = anyOf(Object.keys(powers));
const small = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const shortMonths = months.map((month) => month.slice(0, 3));

const dayPattern = new RegExp(
  String.raw`\b(?<month>${shortMonths.join('|')})[a-z]*\.?\s+(?<day>\d{1,2})(?!\d)(?:,?\s+(?<year>\d{4})(?!\d))?` +
    String.raw`|\b(?<iso>\d{4}-\d{2}-\d{2})\b`,
  'g',
);
const timePattern = /\b\d{1,2}:\d{2}\b/g;

// What goes on in letters or hyphens is a name: Form 8-K, Rule 10b5-1, the 2nd, COVID-19. The first of two sums may leave its scale to the second.
const numberPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,-])(?<sign>[A-Z]{0,3}[$\u20ac\u00a3]\s?|[A-Z]{3}\s(?=\d))?(?<number>${digits})(?![\p{L}\p{N}]|-[\p{Lu}\d])` +
    String.raw`(?:\s+(?<scale>${scales})|(?=\s+to\s+\D{0,3}${digits}\s+(?<next>${scales}))|)(?:\s?(?<unit>%|[Pp]ercent\b|[Cc]ents?\b))?` +
    String.raw`|\b(?<word>${anyOf(small)})\b`,
  'gu',
);

const dayKey = ({ month = '', day = '', year, iso }: Record<string, string | undefined>): string => {
  if (iso !== undefined) return iso;
  const found = String(shortMonths.indexOf(month) + 1).padStart(2, '0');
  return `${year === undefined ? '' : `${year}-`}${found}-${day.padStart(2, '0')}`;
};

const numberKey = (found: Record<string, string | undefined>): string => {
  const { sign, number = '', scale, next, unit, word } = found;
  if (word !== undefined) return String(small.indexOf(word.toLowerCase()) + 2);
  const isCents = /^cent/i.test(unit ?? '') && !/^percent/i.test(unit ?? '');
  const written = number.replaceAll(',', '');
  const scaled = scale ?? (Number(written) < 1000 ? next : undefined) ?? '';
  const power = isCents ? -2 : (powers[scaled.toLowerCase()] ?? 0);
  const amount = String(Number(`${written}e${power}`));
  if (isCents || sign !== undefined) return `$${amount}`;
  return unit === undefined ? amount : `${amount}%`;
};

/** The figures of a text, its days first; an amount of money is compared by its number, whatever its currency. */
export const figuresIn = (text: string): Figure[] => {
  const days = [...text.matchAll(dayPattern)].map(({ 0: written, groups = {} }) => ({
    text: written,
    key: dayKey(groups),
  }));
  const rest = text.replace(dayPattern, ' ').replace(timePattern, ' ').replaceAll('-for-', ' for ');
  const numbers = [...rest.matchAll(numberPattern)].map(({ 0: written, groups = {} }) => ({
    text: written.trim(),
    key: numberKey(groups),
  }));
  return [...days, ...numbers];
};

/** The keys of the figures that a value of an event says: a number may be one of money, of percent or of things. */
const keysOf = (value: unknown): string[] => {
  if (typeof value === 'number') return [String(value), `$${value}`, `${value}%`];
  if (typeof value === 'string') return figuresIn(value).map(({ key }) => key);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysOf) : [];
};

/** Tells whether values of events, or texts, say a figure: a day also where its year is left out, and a year of a day. */
export const knownFigures = (values: unknown): ((figure: Figure) => boolean) => {
  const keys = new Set(
    keysOf(values).flatMap((key) =>
      /^\d{4}-\d{2}-\d{2}$/.test(key) ? [key, key.slice(5), key.slice(0, 4)] : [key],
    ),
  );
  return ({ key }) => keys.has(key);
};

/** The same figures, each once. */
export const distinctFigures = (figures: readonly Figure[]): Figure[] => [
  ...new Map(figures.map((figure) => [figure.key, figure])).values(),
];
