import * as v from 'valibot';
import { holds, templateProblem } from './template.ts';
import { units } from './timestamp.ts';

const header = v.pipe(
  v.string(),
  v.maxLength(60, 'must have at most 60 characters'),
  v.regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header'),
);

/** How far the clocks of two systems may be apart, in seconds, both ways. */
export const tolerance = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(3600, 'must be at most 3600'),
);

const label = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9]{1,16}[,=]$/,
    'must be letters and digits that end in a comma or an equals sign, such as sha256=',
  ),
);

const encoding = v.picklist(['hex', 'base64', 'base64url']);

/** One kind of signature: what stands before it, how it is made and written, and how a secret becomes its key. */
const signature = v.variant('algorithm', [
  v.strictObject({
    prefix: v.optional(label),
    algorithm: v.picklist(['hmac-sha256', 'hmac-sha512']),
    encoding,
    key: v.picklist(['whsec', 'utf8', 'base64', 'hex']),
  }),
  v.strictObject({
    prefix: v.optional(label),
    algorithm: v.literal('ed25519'),
    encoding,
    key: v.picklist(['whpk', 'base64', 'hex']),
  }),
]);

const timestamp = v.pipe(
  v.strictObject({
    /** The header that it is, or else what stands before it in the list of signatures. */
    header: v.optional(header),
    prefix: v.optional(label),
    units: v.pipe(v.array(v.picklist(units)), v.minLength(1, 'must name a unit')),
    toleranceSeconds: v.optional(tolerance, 300),
  }),
  v.check(
    (given) => (given.header === undefined) !== (given.prefix === undefined),
    'must have a header or a prefix, and not both',
  ),
);

const signedFields = v.strictObject({
  kind: v.literal('signature'),
  /** Where signatures are; `{n}` at its end stands for a family of headers, 1, 2, 3 and so on. */
  header: v.pipe(
    v.string(),
    v.maxLength(60, 'must have at most 60 characters'),
    v.regex(/^[A-Za-z0-9-]+(\{n\})?$/, 'must be the name of a header, which may end in {n}'),
  ),
  /** What stands between the entries of a list; without it the header is one signature. */
  separator: v.optional(v.picklist([' ', ','])),
  signatures: v.pipe(v.array(signature), v.minLength(1, 'must name a signature'), v.maxLength(2)),
  /** What is signed. */
  signs: v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed ? templateProblem(dataset.value) : undefined;
      if (message !== undefined) addIssue({ message });
    }),
  ),
  /** The header that holds the id. */
  id: v.optional(header),
  timestamp: v.optional(timestamp),
  /** What makes a delivery the same as another; only what is signed can, because anybody may change the rest. */
  delivery: v.picklist(['id', 'body-digest']),
});

type SignedFields = v.InferOutput<typeof signedFields>;

const hasOwnPrefixes = ({ signatures, timestamp: clock }: SignedFields): boolean => {
  const prefixes = [...signatures, clock].flatMap((entry) => entry?.prefix ?? []);
  return new Set(prefixes).size === prefixes.length;
};

/** What the fields of a scheme ask of each other: the field at fault, what must be true, and what to say if it is not. */
const rules: readonly (readonly [keyof SignedFields, (scheme: SignedFields) => boolean, string])[] = [
  [
    'delivery',
    ({ delivery, signs }) => delivery !== 'id' || holds(signs, '{id}'),
    'is outside what is signed, where anybody can change it: put {id} into signs, or use body-digest',
  ],
  ['id', ({ id, signs }) => (id !== undefined) === holds(signs, '{id}'), 'must go with {id} in signs'],
  [
    'timestamp',
    ({ timestamp: clock, signs }) => (clock !== undefined) === holds(signs, '{timestamp}'),
    'must go with {timestamp} in signs; the clock of what is not signed proves nothing',
  ],
  [
    'separator',
    ({ separator, signatures, timestamp: clock }) =>
      separator !== undefined || (signatures.length <= 1 && clock?.prefix === undefined),
    'must be there where a header holds more than one signature',
  ],
  [
    'header',
    ({ header: name, separator }) => separator === undefined || !name.endsWith('{n}'),
    'must not end in {n} where one header is a list',
  ],
  [
    'signatures',
    ({ separator, signatures }) =>
      separator === undefined ||
      signatures.every(({ prefix }) => prefix !== undefined && prefix.at(-1) !== separator),
    'must each have a prefix where they are a list, and it must not end in the separator',
  ],
  ['signatures', hasOwnPrefixes, 'must have prefixes of their own'],
  [
    'signatures',
    ({ signatures: [first, second] }) =>
      second === undefined || (first?.key === 'whpk') !== (second.key === 'whpk'),
    'must be told apart by their secrets: one of two takes whpk',
  ],
];

const signedScheme = v.pipe(
  signedFields,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input = dataset.value;
    for (const [key, isKept, message] of rules)
      if (!isKept(input))
        addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] });
  }),
);

/** A system that cannot sign shows a token, in a header and never in a query; only TLS protects what it sends. */
const bearerScheme = v.strictObject({
  kind: v.literal('bearer'),
  header: v.literal('Authorization', 'must be Authorization'),
  prefix: v.picklist(['Bearer ', 'Basic ', '']),
  delivery: v.literal('body-digest', 'must be body-digest, because nothing is signed'),
});

/** A way to prove that a delivery is its source's, as data: docs/signatures.md. */
export const schemeSchema = v.variant('kind', [signedScheme, bearerScheme]);

/** A scheme whose deliveries are signed. */
export type SignedScheme = v.InferOutput<typeof signedScheme>;
/** A scheme whose deliveries bear a token. */
export type BearerScheme = v.InferOutput<typeof bearerScheme>;
/** Either. */
export type Scheme = v.InferOutput<typeof schemeSchema>;
/** One of the kinds of signature that a scheme takes. */
export type SignatureKind = SignedScheme['signatures'][number];
