import type { View } from '../templates.ts';
import { separated } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { numeral } from './numerals.ts';
import { hasDirectorTable } from './vote-tables.ts';

type Results = SentActOf<'voting-results'>;

const namesView = (directors: readonly { name: string }[]) =>
  separated(directors.map(({ name }) => ({ name })));

/** Who was elected, who was not, and of whom nobody said; where all of them were counted, nobody needs to. */
const outcomes = ({ act: { directors = [], directorsElected } }: Results) => {
  const failed = directors.filter(({ elected }) => elected === false);
  const isCounted = failed.length === 0 && directorsElected === directors.length;
  const isElected = (elected: boolean | undefined): boolean => elected ?? isCounted;
  return {
    elected: directors.filter(({ elected }) => isElected(elected)),
    failed,
    unknown: directors.filter(({ elected }) => elected === undefined && !isCounted),
  };
};

/** A number that does not fit the names is asked about; where nobody is named it stands for them. */
const doubtOf = (sent: Results, named: number, { need }: Narrator): string | null => {
  const { directors, directorsElected: number } = sent.act;
  return directors === undefined || number === undefined || number === named
    ? null
    : need(
        sent,
        undefined,
        `how many directors were elected, sent as ${number} with ${named} named`,
        'directorsElected',
      );
};

/** Who was elected, for the sentence on what the shareholders did: all, some or a number; null where nobody was. */
export const electedView = (sent: Results, narrator: Narrator): View | null => {
  const { elected, failed, unknown } = outcomes(sent);
  const { directors, directorsElected: number } = sent.act;
  const count = directors === undefined && number !== undefined ? numeral(number) : null;
  const doubt = doubtOf(sent, elected.length, narrator);
  if (elected.length === 0 && count === null && doubt === null) return null;
  const areAll = elected.length > 1 && failed.length + unknown.length === 0;
  return {
    areAll,
    all: areAll && elected.length > 2 ? numeral(elected.length) : null,
    both: areAll && elected.length === 2,
    some: elected.length > 0 && !areAll,
    // Where all were elected and a table follows, it names them.
    named: areAll && !hasDirectorTable(sent.act),
    names: namesView(elected),
    many: elected.length > 1,
    count,
    one: number === 1,
    doubt,
  };
};

/** Who was not elected, in a sentence of its own, and of whom it must be asked. */
export const notElectedView = (sent: Results, { need }: Narrator) => {
  const { failed, unknown } = outcomes(sent);
  return {
    failed: failed.length === 0 ? null : { names: namesView(failed), many: failed.length > 1 },
    unknown: unknown.map((director) => {
      const path = `directors.${sent.act.directors?.indexOf(director)}.elected`;
      return need(sent, undefined, `whether ${director.name} was elected`, path);
    }),
  };
};
