import * as v from 'valibot';
import type { Company } from '../domain/company.ts';
import { absenceSchema, policySchema } from '../domain/policy-schema.ts';

const watchedSchema = v.object({
  id: v.string(),
  timeZone: v.string(),
  approvers: v.array(
    v.object({ id: v.string(), timeZone: v.optional(v.string()), absences: v.array(absenceSchema) }),
  ),
  policy: v.object({ quiet: policySchema.entries.quiet }),
});

/** What sweep knows of a company: when its approvers can be asked, and nobody's name or address. */
export type WatchedCompany = v.InferOutput<typeof watchedSchema>;

/** That part of a profile. */
export const watchedCompany = ({ id, timeZone, approvers, policy }: Company): WatchedCompany => ({
  id,
  timeZone,
  approvers: approvers.map((approver) => ({
    id: approver.id,
    ...(approver.timeZone !== undefined && { timeZone: approver.timeZone }),
    absences: approver.absences,
  })),
  policy: { quiet: policy.quiet },
});

/** Reads what the build put beside the function, by company; throws where it is not as its schema says. */
export const readCompanies = (json: string): Map<string, WatchedCompany> => {
  const schema = v.pipe(v.string(), v.parseJson(), v.object({ companies: v.array(watchedSchema) }));
  return new Map(v.parse(schema, json).companies.map((company) => [company.id, company]));
};
