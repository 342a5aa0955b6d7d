import * as v from 'valibot';
import { localDate } from './dates.ts';
import { houseSchema } from './house.ts';
import { wireNames } from './house-styles.ts';
import { officersSchema } from './officers.ts';
import { nameKey } from './policy.ts';
import { absenceSchema, policySchema } from './policy-schema.ts';
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

/** What stands for the company's owner where an approver's id would stand. */
export const ownerReader = 'owner';

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
  /** The approver's own, where it is not the company's: no reminder comes there at night. */
  timeZone: v.optional(timeZone),
  /** May supply missing facts and edit the wording; whoever has changed a draft does not approve it. */
  editor: v.optional(v.boolean(), false),
  /** Another approver, who is asked while this one is absent. */
  delegate: v.optional(slug),
  absences: v.optional(v.pipe(v.array(absenceSchema), v.maxLength(50)), []),
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
    policy: policySchema,
  }),
  v.check((company) => {
    const known = new Set(company.approvers.map(({ id }) => id));
    return company.policy.groups.every((g) => g.approvers.every((id) => known.has(id)));
  }, 'policy.groups: must name only approvers of this profile'),
  v.check(({ approvers, policy }) => {
    const asked = new Set([
      ...policy.groups.flatMap((g) => g.approvers),
      ...approvers.flatMap(({ delegate }) => delegate ?? []),
    ]);
    return approvers.every(({ id, editor }) => editor || asked.has(id));
  }, 'approvers: each must be in at least one group of the policy, be a delegate, or be an editor'),
  v.check(
    ({ approvers }) => approvers.every(({ id }) => id !== ownerReader),
    `approvers: "${ownerReader}" stands for the company's owner, and is no approver's id`,
  ),
  v.check(
    ({ approvers, policy }) =>
      approvers.every(
        ({ id, delegate }) =>
          delegate === undefined ||
          (delegate !== id &&
            approvers.some((other) => other.id === delegate) &&
            policy.groups.every((g) => !g.approvers.includes(id) || !g.approvers.includes(delegate))),
      ),
    'approvers: a delegate must be another approver, who is in no group with the one that is stood in for',
  ),
  v.check(
    ({ officers, approvers }) =>
      officers.every((officer) =>
        approvers.every(
          (approver) => (officer.id === approver.id) === (nameKey(officer.name) === nameKey(approver.name)),
        ),
      ),
    'officers: one who is an approver must have the same id and name there, and nobody else may have either',
  ),
);

export type Company = v.InferOutput<typeof companySchema>;

/** The company without the lines that its house style has under the headline, so that sentences say what those would. */
export const withoutSubheads = (company: Company): Company => ({
  ...company,
  house: { ...company.house, subheads: [] },
});
