import type { Scheme, SignedScheme } from '../../functions/sources/scheme.ts';
import { schemes } from '../../functions/sources/schemes.ts';

const named: readonly (readonly [string, Scheme])[] = Object.entries(schemes);

const timeOf = ({ timestamp }: SignedScheme): string => {
  if (timestamp === undefined) return '';
  const { header, prefix, units, toleranceSeconds } = timestamp;
  const where = header === undefined ? `after \`${prefix}\` in the same header` : `in \`${header}\``;
  return ` The time is ${where}, in ${units.join(' or ')}, within ${toleranceSeconds} seconds.`;
};

const describe = (scheme: SignedScheme): string => {
  const signatures = scheme.signatures.map(
    ({ algorithm, encoding, prefix }) =>
      `${algorithm} in ${encoding}${prefix === undefined ? '' : ` after \`${prefix}\``}`,
  );
  const id = scheme.id === undefined ? '' : ` The id is in \`${scheme.id}\`.`;
  return `Signs \`${scheme.signs}\`: ${signatures.join(', or ')}.${id}${timeOf(scheme)}`;
};

const securityScheme = (scheme: Scheme): object =>
  scheme.kind === 'bearer'
    ? {
        type: 'http',
        scheme: scheme.prefix.trim().toLowerCase() || 'bearer',
        description: 'A fixed token, for systems that cannot sign.',
      }
    : {
        type: 'apiKey',
        in: 'header',
        name: scheme.header.replace('{n}', '1'),
        description: describe(scheme),
      };

/** The built-in signature schemes, by name; OpenAPI knows a signature only as a key in a header. */
export const securitySchemes = Object.fromEntries(
  named.map(([name, scheme]) => [name, securityScheme(scheme)]),
);

/** A delivery is proven in one of these ways: the one of its source. */
export const security = named.map(([name]) => ({ [name]: [] }));

const headerParameter = (name: string, description: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

/** The headers of ids and times beside a signature, by the schemes that want them. */
export const signedHeaders = named.flatMap(([name, scheme]) => {
  if (scheme.kind === 'bearer') return [];
  const { id, timestamp } = scheme;
  return [
    ...(id === undefined ? [] : [headerParameter(id, `The signed id, for \`${name}\`.`)]),
    ...(timestamp?.header === undefined
      ? []
      : [headerParameter(timestamp.header, `The signed time, for \`${name}\`.`)]),
  ];
});

const binaryNotes = {
  'ce-specversion': '`1.0`',
  'ce-id': 'the signed id of the delivery',
  'ce-source': 'where in the sending system the event comes from',
  'ce-type': '`gazette.governance.v1`',
  'ce-time': 'when it happened, within the tolerance of the signed time',
  'ce-subject': 'as `subject` in the data',
};

/** The attributes of an event in binary mode. */
export const binaryHeaders = Object.entries(binaryNotes).map(([name, note]) =>
  headerParameter(name, `In binary mode: ${note}.`),
);
