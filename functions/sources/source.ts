import * as v from 'valibot';
import { deskSource } from '../domain/desk-edits/desk-edits.ts';
import { line, slug } from '../domain/text.ts';
import {
  asksAboutPeople,
  isMappingName,
  isMarkedByCompany,
  type MappingName,
  mappingNames,
} from './mappings/names.ts';
import { type Scheme, schemeSchema, tolerance } from './scheme.ts';
import { isSchemeName, schemes } from './schemes.ts';

const schemeName = v.custom<keyof typeof schemes>(
  isSchemeName,
  `must be one of ${Object.keys(schemes).join(', ')}, or a scheme of its own (docs/signatures.md)`,
);

const mappingName = v.custom<MappingName>(isMappingName, `must be one of ${mappingNames.join(', ')}`);

/** The scheme that a source names or brings. */
export const schemeOf = ({ scheme }: { scheme: keyof typeof schemes | Scheme }): Scheme =>
  typeof scheme === 'string' ? schemes[scheme] : scheme;

const signsTimestamp = (scheme: Scheme): boolean =>
  scheme.kind === 'signature' && scheme.timestamp !== undefined;

const lookup = v.strictObject({
  kind: v.literal('bamboohr'),
  baseUrl: v.pipe(
    v.string(),
    v.regex(
      /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+$/,
      'must be an address such as https://acme.bamboohr.com, without a path',
    ),
  ),
});

/** A source: how it signs, how far its clock may be off, and the companies it may speak for. */
export const sourceSchema = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.minLength(1)),
    scheme: v.lazy((input) =>
      typeof input === 'object' && input !== null && !Array.isArray(input) ? schemeSchema : schemeName,
    ),
    toleranceSeconds: v.optional(tolerance),
    /** Deliveries a minute that it may make; 600 if it is not said. */
    perMinute: v.optional(
      v.pipe(
        v.number(),
        v.integer('must be a whole number'),
        v.minValue(1, 'must be at least 1'),
        v.maxValue(60_000, 'must be at most 60000'),
      ),
    ),
    companies: v.pipe(v.array(slug), v.minLength(1, 'must name at least one company')),
    /** How its deliveries are read; left out where they are CloudEvents of ours. */
    mapping: v.optional(mappingName),
    /** The customer, in the words of its system, that every delivery must bear. */
    tenant: v.optional(line(120)),
    /** Whether only acts about disclosed offices are taken; if not said, so it is but for what the company itself says. */
    screen: v.optional(v.boolean()),
    /** Where its system is asked about a person; the key is in its secret, as `apiKey`. */
    lookup: v.optional(lookup),
    /** DNS names, in lower case, by which the source may ask in a CloudEvents handshake whether it may deliver here. */
    allowedOrigins: v.optional(
      v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a DNS name in lower case'))),
    ),
  }),
  v.forward(
    v.check(
      (source) => source.toleranceSeconds === undefined || signsTimestamp(schemeOf(source)),
      'must not be there, because the scheme signs no timestamp',
    ),
    ['toleranceSeconds'],
  ),
  v.forward(
    v.check(
      ({ mapping, companies }) => mapping === undefined || companies.length === 1,
      'must name exactly one company where there is a mapping, because its deliveries name none',
    ),
    ['companies'],
  ),
  v.forward(
    v.check(
      ({ mapping, tenant }) => mapping !== undefined || tenant === undefined,
      'must not be there without a mapping',
    ),
    ['tenant'],
  ),
  v.forward(
    v.check(
      ({ mapping, lookup: asked }) =>
        asked === undefined || (mapping !== undefined && asksAboutPeople(mapping)),
      'must be with a mapping that asks about people, such as bamboohr',
    ),
    ['lookup'],
  ),
);

/** `config/sources.json`: the sources by id. */
export const sourcesSchema = v.record(
  v.pipe(
    slug,
    v.check(
      (id) => id !== deskSource,
      `must not be "${deskSource}", the source of what editors do on our pages`,
    ),
  ),
  sourceSchema,
);

export type Source = v.InferOutput<typeof sourceSchema>;

/** Whether only those acts of a source go on that are about disclosed offices. */
export const screens = ({ screen, mapping }: Pick<Source, 'screen' | 'mapping'>): boolean =>
  screen ?? (mapping !== undefined && !isMarkedByCompany(mapping));
