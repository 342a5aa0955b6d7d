import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { companySchema } from '../functions/domain/company.ts';
import { apDate, localDate, longDate } from '../functions/domain/dates.ts';
import type { Draft } from '../functions/domain/draft.ts';
import { cloudEventSchema } from '../functions/domain/event.ts';
import { makeDraft } from '../functions/domain/make-draft.ts';
import { releaseIdOf } from '../functions/domain/release.ts';
import { readTemplates } from '../infra/templates.ts';
import { asFact } from './as-fact.ts';
import { readArguments, runCommand } from './command.ts';
import { UsageError } from './event-files.ts';

const usage = `npm run coverage-of-facts -- DIR

Drafts the release of each file in DIR, and says how many of the facts that it
should carry are in the text, are listed as unused, or are missed.`;

/** What a profile needs and what no text depends on; a case names the rest. */
const neutral = {
  id: 'example',
  timeZone: 'America/New_York',
  reference: 'the company',
  boilerplate: { paragraphs: ['This release was drafted to see which facts it carries.'] },
  safeHarbor: { paragraphs: ['This release may contain forward-looking statements.'] },
  contact: { heading: 'Contact:', lines: ['Investor Relations'] },
  owner: { name: 'Olive Owner', email: 'owner@example.com' },
  approvers: [{ id: 'ada', name: 'Ada Approver', title: 'General Counsel', email: 'ada@example.com' }],
  policy: {
    groups: [{ id: 'counsel', name: 'Counsel', needed: 1, approvers: ['ada'] }],
    decideWithinHours: 24,
    remindBeforeHours: [4],
  },
};

const profile = v.pipe(
  v.looseObject({ name: v.string() }),
  v.transform((own) => ({ ...neutral, shortName: own.name, ...own })),
  companySchema,
);

/** A release to be written: its company's profile, its events, and what its text should say. */
const caseSchema = v.strictObject({
  /** Where the facts come from. */
  source: v.optional(v.string()),
  /** The profile, as in config/companies, without what no text depends on. */
  company: profile,
  announced: localDate,
  events: v.pipe(v.array(cloudEventSchema), v.minLength(1)),
  /** Each with the words that show it, any of which will do; a day such as 2002-06-06 stands for its usual forms. */
  facts: v.array(v.strictObject({ fact: v.string(), text: v.union([v.string(), v.array(v.string())]) })),
  /** Words that would be wrong. */
  wrong: v.optional(v.array(v.string()), []),
});

type Case = v.InferOutput<typeof caseSchema>;

interface Coverage {
  file: string;
  carried: number;
  unused: string[];
  missed: string[];
  wrong: string[];
  asked: string[];
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').toLowerCase();

const formsOf = (text: string): string[] => (v.is(localDate, text) ? [longDate(text), apDate(text)] : [text]);

const templates = await readTemplates(['release']);

const draftOf = ({ company, announced, events }: Case): Draft => {
  const facts = events.map((event) => asFact(event, 'example', releaseIdOf(event, company.timeZone)));
  const release = facts[0]?.release ?? '';
  const now = new Date(`${announced}T15:00:00Z`);
  const draft = makeDraft({ company, release, number: 1, events: facts, now }, templates);
  if (draft === undefined) throw new UsageError('There is nothing to announce.');
  return draft;
};

const coverageOf = (file: string, text: string): Coverage => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), caseSchema), text);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new UsageError(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  const draft = draftOf(parsed.output);
  const says = plain(draft.text.replaceAll(/ +/g, ' '));
  const html = plain(draft.html);
  const has = (words: string): boolean =>
    formsOf(words).some((form) => says.includes(plain(form)) || html.includes(plain(form)));
  const wordsOf = (words: string | string[]): string[] => (typeof words === 'string' ? [words] : words);
  const absent = parsed.output.facts.filter(({ text: words }) => !wordsOf(words).some(has));
  const isUnused = ({ text: words }: { text: string | string[] }): boolean =>
    draft.unused.some(({ value }) => wordsOf(words).some((word) => plain(value).includes(plain(word))));
  return {
    file,
    carried: parsed.output.facts.length - absent.length,
    unused: absent.filter(isUnused).map(({ fact }) => fact),
    missed: absent.filter((fact) => !isUnused(fact)).map(({ fact }) => fact),
    wrong: parsed.output.wrong.filter(has),
    asked: draft.missing.map(({ fact }) => fact),
  };
};

const sum = (all: readonly Coverage[], count: (one: Coverage) => number): number =>
  all.reduce((total, one) => total + count(one), 0);

await runCommand(async () => {
  const { positionals } = readArguments({}, usage);
  const [directory, ...more] = positionals;
  if (directory === undefined || more.length > 0) throw new UsageError('Name one directory.');
  const all = readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => coverageOf(name, readFileSync(join(directory, name), 'utf8')));
  for (const { file, carried, unused, missed, wrong, asked } of all) {
    const total = carried + unused.length + missed.length;
    console.log(`${String(carried).padStart(3)} of ${String(total).padStart(3)}  ${file}`);
    for (const fact of missed) console.log(`             missed: ${fact}`);
    for (const fact of unused) console.log(`             unused: ${fact}`);
    for (const words of wrong) console.log(`             wrong: ${words}`);
    for (const fact of asked) console.log(`             asked for: ${fact}`);
  }
  const carried = sum(all, (one) => one.carried);
  const unused = sum(all, (one) => one.unused.length);
  const missed = sum(all, (one) => one.missed.length);
  const share = ((100 * carried) / (carried + unused + missed)).toFixed(1);
  const wrong = sum(all, (one) => one.wrong.length);
  console.log(
    `${all.length} releases: ${carried} facts carried (${share} %), ${unused} unused, ${missed} missed, ${wrong} wrong`,
  );
  if (missed + wrong > 0) process.exitCode = 1;
});
