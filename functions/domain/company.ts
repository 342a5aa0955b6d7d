import * as v from 'valibot';
import { actKind } from './acts.ts';
import { renderLine } from './templates.ts';
import { line, slug } from './text.ts';

const timeZone = v.pipe(
  line(60),
  v.check((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).format().length > 0;
    } catch (cause) {
      if (cause instanceof RangeError) return false;
      throw cause;
    }
  }, 'must be a time zone such as America/New_York'),
);

const email = v.pipe(line(254), v.email('must be an email address'));

/** A line with names in double braces; whatever it uses beyond these, or does not close, is refused. */
const lineWith = (...names: string[]) =>
  v.pipe(
    line(120),
    v.check(
      (text) => {
        try {
          return renderLine(text, Object.fromEntries(names.map((name) => [name, name]))).length > 0;
        } catch {
          return false;
        }
      },
      `may use ${names.map((name) => `{{${name}}}`).join(' and ')} and no other name, with its braces closed`,
    ),
  );

const passage = v.strictObject({
  heading: v.optional(line()),
  paragraphs: v.pipe(v.array(line(4000)), v.minLength(1, 'must have at least one paragraph')),
});

const approver = v.strictObject({
  id: slug,
  name: line(120),
  title: line(160),
  email,
});

const group = v.strictObject({
  id: slug,
  name: line(60),
  needed: v.pipe(v.number(), v.integer(), v.minValue(1, 'must be at least 1')),
  approvers: v.pipe(v.array(slug), v.minLength(1, 'must name at least one approver')),
});

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** A company's profile: everything in a release, and about approving it, that is the company's and not the event's. */
export const companySchema = v.pipe(
  v.strictObject({
    id: slug,
    name: line(120),
    shortName: line(60),
    /** What the company calls itself within a sentence, such as "the Company". */
    reference: line(60),
    timeZone,
    /** Exchange and ticker exactly as the company prints them. */
    listing: v.strictObject({ label: line(80) }),
    house: v.strictObject({
      city: line(80),
      /** Mustache with {{city}} and {{date}}. */
      dateline: lineWith('city', 'date'),
      /** The words between the company's name and what it announces. */
      announcement: line(80),
      exhibitLabel: line(40),
      /** Mustache with {{date}}. */
      releaseLine: v.optional(lineWith('date')),
      /** The order of the kinds of act, each inner list one paragraph; kinds that are not named follow, statements last. */
      paragraphs: v.pipe(
        v.array(v.pipe(v.array(actKind), v.minLength(1))),
        v.check((lists) => distinct(lists.flat()), 'must name each kind of act once'),
      ),
      /** The kinds of act that get a line of their own under the headline. */
      subheads: v.optional(v.array(v.picklist(['workforce-reduction'])), []),
      /** Whether a comma closes what stands between commas and follows an opening date; older styles leave it out. */
      commas: v.picklist(['open', 'close']),
      /** What stands centred under the last section, such as "###". */
      endMark: v.optional(line(40)),
      /** Whether the exhibit ends with "Page 1 of 1". */
      pageLine: v.boolean(),
    }),
    boilerplate: passage,
    safeHarbor: passage,
    contact: v.strictObject({ heading: line(60), lines: v.pipe(v.array(line(120)), v.minLength(1)) }),
    /** Who answers for the release inside the company; told when an approver asks for changes. */
    owner: v.strictObject({ name: line(120), email }),
    approvers: v.pipe(
      v.array(approver),
      v.minLength(1, 'must name at least one approver'),
      v.check((list) => distinct(list.map(({ id }) => id)), 'must not use an id twice'),
      v.check((list) => distinct(list.map((a) => a.email.toLowerCase())), 'must not use an address twice'),
    ),
    policy: v.strictObject({
      groups: v.pipe(
        v.array(group),
        v.minLength(1, 'must have at least one group'),
        v.check((list) => distinct(list.map(({ id }) => id)), 'must not use an id twice'),
        v.check(
          (list) => list.every((g) => distinct(g.approvers)),
          'must not name an approver twice in a group',
        ),
        v.check(
          (list) => list.every((g) => g.needed <= g.approvers.length),
          'must not need more than it has',
        ),
      ),
      decideWithinHours: v.pipe(v.number(), v.minValue(1), v.maxValue(720)),
      remindBeforeHours: v.pipe(v.number(), v.minValue(0), v.maxValue(720)),
    }),
  }),
  v.check((company) => {
    const known = new Set(company.approvers.map(({ id }) => id));
    return company.policy.groups.every((g) => g.approvers.every((id) => known.has(id)));
  }, 'policy.groups: must name only approvers of this profile'),
  v.check((company) => {
    const asked = new Set(company.policy.groups.flatMap((g) => g.approvers));
    return company.approvers.every(({ id }) => asked.has(id));
  }, 'approvers: each must be in at least one group of the policy'),
  v.check(
    (company) => company.policy.remindBeforeHours < company.policy.decideWithinHours,
    'policy.remindBeforeHours: must be less than decideWithinHours',
  ),
);

export type Company = v.InferOutput<typeof companySchema>;
