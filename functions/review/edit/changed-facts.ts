import * as v from 'valibot';
import { actByKind } from '../../domain/acts.ts';
import { toAscii } from '../../domain/ascii.ts';
import { type SuppliedFact, type SuppliedWords, wordingLimits } from '../../domain/desk-edits/desk-edits.ts';
import { withValue } from '../../domain/desk-edits/facts.ts';
import { type AskedFact, askedFacts } from '../../domain/desk-edits/form.ts';
import { factValueOf } from '../../domain/desk-edits/values.ts';
import type { Draft } from '../../domain/draft.ts';
import { refusedCharacters } from '../../domain/edgar/characters.ts';
import type { EventFact } from '../../domain/event.ts';
import { describeIssue } from '../../domain/issues.ts';
import { standingActs, type Telling } from '../../domain/standing-acts.ts';
import { line } from '../../domain/text.ts';
import { typedInto } from './entered.ts';
import { type EditProblem, type EditProblemCode, fieldNames } from './problems.ts';

interface Supplied {
  field: string;
  asked: AskedFact;
  fact: SuppliedFact | SuppliedWords;
}

const codeOf = ({ form }: AskedFact['field']): EditProblemCode =>
  form === 'yes-no' ? 'choice' : form === 'text' || form === 'list' || form === 'words' ? 'refused' : form;

/** What is wrong with a text whatever it is for: its length, and characters that nobody sees or that EDGAR does not take. */
export const textProblem = (field: string, text: string, limit: number): EditProblem | undefined => {
  if (text.length > limit) return { field, code: 'long', detail: String(limit) };
  if (!v.is(line(limit), text)) return { field, code: 'unfit' };
  const refused = refusedCharacters(toAscii(text));
  return refused.length === 0 ? undefined : { field, code: 'edgar', detail: refused.join(' ') };
};

const limitOf = ({ field }: AskedFact): number => ('limit' in field ? field.limit : wordingLimits.paragraph);

/** What was typed for a fact; nothing where it stands as it did. */
const readFact = (
  asked: AskedFact,
  index: number,
  form: URLSearchParams,
): Supplied | EditProblem | undefined => {
  const field = fieldNames.fact(index);
  const entered = (typedInto(form, field) ?? asked.entered).replaceAll(/\r\n?/g, '\n').trim();
  if (entered === asked.entered) return undefined;
  if (entered === '') return { field, code: 'cleared' };
  const value = factValueOf(asked.field, entered);
  if (value === undefined) return { field, code: codeOf(asked.field) };
  const texts = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const problem = texts.flatMap((text) => textProblem(field, text, limitOf(asked)) ?? [])[0];
  if (problem !== undefined) return problem;
  const { event, act, fact, path } = asked;
  const about = { event, act, fact };
  return path === undefined || asked.field.form === 'words'
    ? { field, asked, fact: { ...about, words: String(value) } }
    : { field, asked, fact: { ...about, path, value, entered } };
};

const isSupplied = (read: Supplied | EditProblem): read is Supplied => 'asked' in read;

const startsWith = (whole: readonly string[], start: readonly string[]): boolean =>
  start.every((step, index) => whole[index] === step);

/** Checks the facts for one act by the act's own schema; each problem is told at the field that can mend it. */
const actProblems = (
  telling: Telling | undefined,
  supplied: readonly Supplied[],
  asked: readonly AskedFact[],
): EditProblem[] => {
  const whole = supplied.reduce<unknown>(
    (act, { fact }) => ('path' in fact ? withValue(act, fact.path.split('.'), fact.value) : act),
    telling?.act,
  );
  const parsed = v.safeParse(actByKind, whole);
  const [first] = supplied;
  if (parsed.success || first === undefined) return [];
  return parsed.issues.map((issue): EditProblem => {
    const at = (issue.path ?? []).map(({ key }) => String(key));
    const own = supplied.find(({ asked: { path = '' } }) => startsWith(at, path.split('.')));
    if (own !== undefined) return { field: own.field, code: 'refused', detail: describeIssue(issue) };
    const other = asked.findIndex(
      ({ event, act, path }) =>
        event === first.asked.event && act === first.asked.act && path === at.join('.'),
    );
    return other === -1
      ? { field: first.field, code: 'refused', detail: `${at.join('.')} ${describeIssue(issue)}` }
      : { field: fieldNames.fact(other), code: 'needed-too' };
  });
};

/** The facts that an editor supplies with a form, and what is wrong with them. */
export const changedFacts = (
  form: URLSearchParams,
  draft: Pick<Draft, 'missing' | 'edits'>,
  events: readonly EventFact[],
): { facts: (SuppliedFact | SuppliedWords)[]; problems: EditProblem[] } => {
  const asked = askedFacts(draft);
  const read = asked.flatMap((one, index) => readFact(one, index, form) ?? []);
  const supplied = read.filter(isSupplied);
  const { tellings } = standingActs(events);
  const byAct = Map.groupBy(supplied, ({ asked: { event, act } }) => `${event} ${act}`);
  const refused = [...byAct.values()].flatMap((group) => {
    const { event, act } = group[0]?.asked ?? {};
    const telling = tellings.find((one) => one.event === event && one.index === act);
    return actProblems(telling, group, asked);
  });
  return {
    facts: supplied.map(({ fact }) => fact),
    problems: [...read.flatMap((one) => (isSupplied(one) ? [] : [one])), ...refused],
  };
};
