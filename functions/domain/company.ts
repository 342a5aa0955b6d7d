import * as v from 'valibot';
import { localDate } from './dates.ts';
import { houseSchema } from './house.ts';
import { wireNames } from './house-styles.ts';
import { officersSchema } from './officers.ts';
import { nameKey } from './policy.ts';
import { areDistinct, line, slug } from './text.ts';

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

const passage = v.strictObject({
  heading: v.optional(line()),
  paragraphs: v.pipe(v.array(line(4000)), v.minLength(1, 'must have at least one paragraph')),
});

const security = v.strictObject({ title: line(120), ticker: v.optional(line(20)), exchange: line(120) });

/** What the cover and the signature block of a Form 8-K ask for. */
const registrant = v.strictObject({
  jurisdiction: line(80),
  fileNumber: v.pipe(v.string(), v.regex(/^\d{1,3}-\d{4,6}$/, 'must be a file number such as 001-34508')),
  taxId: v.pipe(v.string(), v.regex(/^\d{2}-\d{7}$/, 'must be an employer number such as 13-3458955')),
  address: v.pipe(v.array(line(120)), v.minLength(1), v.maxLength(4)),
  phone: line(40),
  securities: v.pipe(v.array(security), v.maxLength(8)),
  emergingGrowth: v.optional(v.boolean(), false),
  signatory: v.strictObject({ name: line(120), title: line(160) }),
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

/** A company's profile: everything in a release, and about approving it, that is the company's and not the event's. */
export const companySchema = v.pipe(
  v.strictObject({
    id: slug,
    name: line(120),
    shortName: line(60),
    /** What the company calls itself within a sentence, such as "the Company". */
    reference: line(60),
    timeZone,
    /** Exchange and ticker exactly as the company prints them; a company that is not listed has none. */
    listing: v.optional(v.strictObject({ label: line(80) })),
    house: houseSchema,
    /** The wires that a draft is set for, besides the exhibit. */
    wires: v.optional(
      v.pipe(
        v.array(v.picklist(wireNames)),
        v.check((names) => areDistinct(names), 'must name each wire once'),
      ),
      [],
    ),
    boilerplate: passage,
    safeHarbor: passage,
    /** What a market wants said, such as that it does not answer for the release. */
    notice: v.optional(passage),
    registrant: v.optional(registrant),
    /** Whether the company files Form 8-K; where it is not said, form-8k-filer.ts tells by the registrant and the listing. */
    filesForm8K: v.optional(v.boolean()),
    /** Whether the safe harbor for forward-looking statements is open to the company; it is not to all (Securities Act, 27A(b)). */
    safeHarborEligible: v.optional(v.boolean(), true),
    /** The day on which the boilerplate was last read through. */
    boilerplateAsOf: v.optional(localDate),
    /** Days on which EDGAR is closed, beyond those that Gazette knows. */
    closures: v.optional(v.array(localDate), []),
    contact: v.strictObject({ heading: line(60), lines: v.pipe(v.array(line(120)), v.minLength(1)) }),
    /** The officers and directors whose coming and going the company discloses. */
    officers: v.optional(officersSchema, []),
    /** Who answers for the release inside the company; told when an approver asks for changes. */
    owner: v.strictObject({ name: line(120), email }),
    approvers: v.pipe(
      v.array(approver),
      v.minLength(1, 'must name at least one approver'),
      v.check((list) => areDistinct(list.map(({ id }) => id)), 'must not use an id twice'),
      v.check((list) => areDistinct(list.map((a) => a.email.toLowerCase())), 'must not use an address twice'),
    ),
    policy: v.strictObject({
      groups: v.pipe(
        v.array(group),
        v.minLength(1, 'must have at least one group'),
        v.check((list) => areDistinct(list.map(({ id }) => id)), 'must not use an id twice'),
        v.check(
          (list) => list.every((g) => areDistinct(g.approvers)),
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
    ({ officers, approvers }) =>
      officers.every((officer) =>
        approvers.every(
          (approver) => (officer.id === approver.id) === (nameKey(officer.name) === nameKey(approver.name)),
        ),
      ),
    'officers: one who is an approver must have the same id and name there, and nobody else may have either',
  ),
  v.check(
    (company) => company.policy.remindBeforeHours < company.policy.decideWithinHours,
    'policy.remindBeforeHours: must be less than decideWithinHours',
  ),
);

export type Company = v.InferOutput<typeof companySchema>;

/** The company without the lines that its house style has under the headline, so that sentences say what those would. */
export const withoutSubheads = (company: Company): Company => ({
  ...company,
  house: { ...company.house, subheads: [] },
});
