import * as v from 'valibot';
import { numeral } from '../compose/numerals.ts';
import { apDate, localDate, longDate, months } from '../dates.ts';
import type { SuppliedFact } from './desk-edits.ts';
import type { FactField } from './fields.ts';

type Value = SuppliedFact['value'];

const qualifiers = ['about', 'up to', 'more than', 'at least', 'less than'];
const qualifierPattern = new RegExp(`^(${qualifiers.join('|')}) (.+)$`, 'i');

/** What is said of how exact an amount is, and the amount. */
const qualified = (typed: string): { qualifier?: string; rest: string } => {
  const [, qualifier, rest] = qualifierPattern.exec(typed) ?? [];
  return qualifier === undefined || rest === undefined
    ? { rest: typed }
    : { qualifier: qualifier.toLowerCase(), rest };
};

const powers: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };
const signs: Readonly<Record<string, string>> = { $: 'USD', '\u20ac': 'EUR', '\u00a3': 'GBP' };

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const sumPattern = new RegExp(
  `^(?:([$\u20ac\u00a3])|([A-Z]{3}) )?(${digits})(?: (${Object.keys(powers).join('|')}))?$`,
);
const numberPattern = new RegExp(`^${digits}$`);

/** A number by its decimal digits and the power of ten it is written with, without the error of a multiplication. */
const scaled = (written: string, scale?: string): number =>
  Number(`${written.replaceAll(',', '')}e${scale === undefined ? 0 : (powers[scale] ?? 0)}`);

const sumOf = (typed: string): { amount: number; currency: string } | undefined => {
  const [, sign, code, written, scale] = sumPattern.exec(typed) ?? [];
  if (written === undefined) return undefined;
  return {
    amount: scaled(written, scale),
    currency: sign === undefined ? (code ?? 'USD') : (signs[sign] ?? 'USD'),
  };
};

const inCurrency = (currency: string) => (currency === 'USD' ? {} : { currency });
const withQualifier = (qualifier: string | undefined) => (qualifier === undefined ? {} : { qualifier });

const moneyOf = (typed: string): Value | undefined => {
  const { qualifier, rest } = qualified(typed);
  const [from, to, ...others] = rest.split(' to ').map(sumOf);
  if (from === undefined || others.length > 0) return undefined;
  const { amount, currency } = from;
  const form = { ...inCurrency(currency), ...withQualifier(qualifier) };
  if (to === undefined) {
    if (rest.includes(' to ')) return undefined;
    return Object.keys(form).length === 0 ? amount : { amount, ...form };
  }
  return to.currency === currency ? { from: amount, to: to.amount, ...form } : undefined;
};

const numberOf = (typed: string): number | undefined =>
  numberPattern.test(typed) ? scaled(typed) : undefined;

const small = new Map(Array.from({ length: 9 }, (_, index) => [numeral(index + 1), String(index + 1)]));

/** A number of things as it is read: a release writes those below ten in words, and fewer of them rather than less. */
const counted = (typed: string): string =>
  typed
    .replace(/^fewer than /i, 'less than ')
    .replaceAll(/[a-z]+/gi, (word) => small.get(word.toLowerCase()) ?? word);

const countOf = (typed: string): Value | undefined => {
  const { qualifier, rest } = qualified(counted(typed));
  const [from, to, ...others] = rest.split(' to ').map(numberOf);
  if (from === undefined || others.length > 0) return undefined;
  if (to !== undefined) return { from, to, ...withQualifier(qualifier) };
  if (rest.includes(' to ')) return undefined;
  return qualifier === undefined ? from : { count: from, qualifier };
};

const percentOf = (typed: string): Value | undefined => {
  const { qualifier, rest } = qualified(typed.replace(/ ?(percent|%)$/, ''));
  const percent = numberOf(rest);
  if (percent === undefined) return undefined;
  return qualifier === undefined ? percent : { percent, qualifier };
};

/** A day as a date field sends it, or as a release writes it; never one whose parts could be read in two ways. */
const dayOf = (typed: string): string | undefined => {
  if (v.is(localDate, typed)) return typed;
  const [, year = ''] = /(\d{4})$/.exec(typed) ?? [];
  const [, day = ''] = / (\d{1,2}),/.exec(typed) ?? [];
  const candidates = months.map(
    (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  return candidates.find((date) => v.is(localDate, date) && [longDate(date), apDate(date)].includes(typed));
};

const ratioOf = (typed: string): Value | undefined => {
  const [, more, old] = /^(\d+(?:\.\d+)?)(?:-for-| for |:)(\d+(?:\.\d+)?)$/.exec(typed) ?? [];
  return more === undefined || old === undefined ? undefined : { new: Number(more), old: Number(old) };
};

/** Text of a form on one line: tabs and ends of lines are spaces, none of which stands at either end. */
export const oneLine = (typed: string): string => typed.replaceAll(/[\t\r\n]+/g, ' ').trim();

/** The lines of a text of a form that hold something. */
export const linesIn = (typed: string): string[] =>
  typed
    .split(/\r\n?|\n/)
    .map(oneLine)
    .filter((line) => line !== '');

/** What was typed into a field as a value of its act; undefined where it is not as the field asks. Takes text that is not empty. */
export const factValueOf = (field: FactField, typed: string): Value | undefined => {
  const text = oneLine(typed);
  switch (field.form) {
    case 'day':
      return dayOf(text);
    case 'money':
      return moneyOf(text);
    case 'count':
      return countOf(text);
    case 'percent':
      return percentOf(text);
    case 'number':
      return numberOf(text);
    case 'ratio':
      return ratioOf(text);
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'choice':
      return field.options.includes(text) ? text : undefined;
    case 'list':
      return linesIn(typed);
    case 'text':
    case 'words':
      return text;
  }
};
