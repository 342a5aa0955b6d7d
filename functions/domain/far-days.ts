import { fieldWords } from './act-words.ts';
import type { Act } from './acts.ts';

/** A day of an act, with what it is called and whether it may be far away, as the day on which notes fall due is. */
interface NamedDay {
  name: string;
  day: string;
  mayBeFar: boolean;
}

const longRunning = new Set(['matures', 'expires']);

const nameOf = (path: readonly string[]): string => {
  const field = path.filter((step) => step !== 'date').join('.');
  if (/^(decided|noticed|effective)$/.test(field)) return `${field} date`;
  return field === 'consulting.until' ? 'end of consulting' : `day of "${fieldWords(field)}"`;
};

const daysWithin = (value: object, path: readonly string[]): NamedDay[] =>
  Object.entries(value).flatMap(([field, inner]: [string, unknown]): NamedDay[] => {
    const here = [...path, field];
    if (typeof inner === 'object' && inner !== null) return daysWithin(inner, here);
    // What was sent unclear is asked about as such.
    return typeof inner === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(inner) && field !== 'asSent'
      ? [{ name: nameOf(here), day: inner, mayBeFar: here.some((step) => longRunning.has(step)) }]
      : [];
  });

/** Every calendar day that an act gives, with what it is called. */
export const namedDays = (act: Act): NamedDay[] => daysWithin(act, []);
