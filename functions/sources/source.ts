import * as v from 'valibot';
import { slug } from '../domain/text.ts';
import { type Scheme, schemeSchema, tolerance } from './scheme.ts';
import { isSchemeName, schemes } from './schemes.ts';

const schemeName = v.custom<keyof typeof schemes>(
  isSchemeName,
  `must be one of ${Object.keys(schemes).join(', ')}, or a scheme of its own (docs/signatures.md)`,
);

/** The scheme that a source names or brings. */
export const schemeOf = ({ scheme }: { scheme: keyof typeof schemes | Scheme }): Scheme =>
  typeof scheme === 'string' ? schemes[scheme] : scheme;

const signsTimestamp = (scheme: Scheme): boolean =>
  scheme.kind === 'signature' && scheme.timestamp !== undefined;

/** A source: how it signs, how far its clock may be off, and the companies it may speak for. */
export const sourceSchema = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.minLength(1)),
    scheme: v.lazy((input) =>
      typeof input === 'object' && input !== null && !Array.isArray(input) ? schemeSchema : schemeName,
    ),
    toleranceSeconds: v.optional(tolerance),
    companies: v.pipe(v.array(slug), v.minLength(1, 'must name at least one company')),
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
);

/** `config/sources.json`: the sources by id. */
export const sourcesSchema = v.record(slug, sourceSchema);

export type Source = v.InferOutput<typeof sourceSchema>;
