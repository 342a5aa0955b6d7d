import { sha256Of } from '../functions/domain/digest.ts';
import type { Scheme } from '../functions/sources/scheme.ts';
import { sign } from '../functions/sources/sign.ts';

/** The media type of a whole event. */
const eventMediaType = 'application/cloudevents+json';

/** What is sent: for which source, with what secret, under an id that a retry keeps, and the bytes. */
export interface Outgoing {
  source: string;
  secret: string;
  id: string;
  bytes: Buffer;
  scheme: Scheme;
  contentType?: string;
}

/** The headers of a delivery that is signed now. Throws InvalidSecretError. */
export const headersOf = ({ secret, id, bytes, scheme, contentType }: Outgoing): Record<string, string> => ({
  'content-type': contentType ?? eventMediaType,
  ...sign(scheme, secret, {
    id: `msg_${id.replaceAll('.', '_')}`,
    timestamp: new Date(),
    body: bytes,
  }),
});

/** An id for bytes that name none: the same bytes have the same. */
export const idOfBytes = (bytes: Buffer): string => sha256Of(bytes).slice(0, 24);

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A delivery as a curl command for a POSIX shell; a token, which is the secret itself, stands there as `$SECRET`. */
export const curlCommand = (baseUrl: string, file: string, outgoing: Outgoing): string => {
  const { scheme, secret, source } = outgoing;
  const headers = Object.entries(headersOf(outgoing)).map(([name, value]) =>
    scheme.kind === 'bearer' && value.endsWith(secret)
      ? `"${name}: ${scheme.prefix}$SECRET"`
      : quoted(`${name}: ${value}`),
  );
  return [
    `curl --request POST ${quoted(`${baseUrl}/events/${source}`)}`,
    ...headers.map((header) => `--header ${header}`),
    `--data-binary ${quoted(`@${file}`)}`,
  ].join(' \\\n  ');
};
