import * as v from 'valibot';
import type { MappedAct } from '../mapping.ts';
import { requiredText, sentDate, text } from './fields.ts';

const customField = v.object({ name: v.string(), value: v.nullish(v.string()) });
const customFields = v.nullish(v.array(customField), []);

/** What the envelope fields of a governance document say. The company fills them in, so that what they say may be printed. */
const governanceFields = v.object({
  governance_event: v.picklist(
    ['officer.departed', 'officer.appointed'],
    'must be officer.departed or officer.appointed',
  ),
  officer_id: text(80),
  officer_name: requiredText(120),
  office: text(160),
  current_office: text(160),
  capacity: v.optional(v.picklist(['acting', 'interim'])),
  manner: v.optional(v.picklist(['left', 'resigned', 'retired', 'removed'])),
  reason: text(400),
  noticed_date: sentDate,
  effective_date: sentDate,
  successor: text(120),
  successor_effective_date: sentDate,
  release: text(120),
});

const named = Object.keys(governanceFields.entries);

type CustomFields = readonly v.InferOutput<typeof customField>[];

/** The fields that are ours by name and filled in; none where the envelope is no governance document. */
const filled = (fields: CustomFields): (readonly [name: string, value: string])[] => {
  const ours = fields
    .map(({ name, value }) => [name, value?.trim() ?? ''] as const)
    .filter(([name, value]) => named.includes(name) && value !== '');
  return ours.some(([name]) => name === 'governance_event') ? ours : [];
};

/** The fields of a governance document. */
export type GovernanceFields = v.InferOutput<typeof governanceFields>;

const governance: v.GenericSchema<unknown, GovernanceFields | undefined> = v.optional(governanceFields);

/** The custom fields of an envelope; undefined where it is no governance document. */
export const envelopeFields = v.pipe(
  v.object({ textCustomFields: customFields, listCustomFields: customFields }),
  v.transform(({ textCustomFields, listCustomFields }) => filled([...textCustomFields, ...listCustomFields])),
  v.check(
    (fields) => new Set(fields.map(([name]) => name)).size === fields.length,
    'must not have two fields of one name',
  ),
  v.transform((fields): unknown => (fields.length === 0 ? undefined : Object.fromEntries(fields))),
  governance,
);

/** The kind of act that each governance event is. */
export const kinds: Record<GovernanceFields['governance_event'], MappedAct['kind']> = {
  'officer.departed': 'officer-departure',
  'officer.appointed': 'officer-appointment',
};

/** Somebody who is to take an office, and whether for a time only, as in `Leila Haddad (interim)`. */
export const readSuccessor = (sent: string): { name: string; capacity?: 'acting' | 'interim' } => {
  const [, name, capacity] = /^(.*\S)\s*\((acting|interim)\)$/i.exec(sent) ?? [];
  return name === undefined
    ? { name: sent }
    : { name, capacity: capacity?.toLowerCase() === 'acting' ? 'acting' : 'interim' };
};
