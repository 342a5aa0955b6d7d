import type { Scheme, SignatureKind, SignedScheme } from './scheme.ts';

const overTheBody = (header: string, signature: SignatureKind): SignedScheme => ({
  kind: 'signature',
  header,
  signatures: [signature],
  signs: '{body}',
  delivery: 'body-digest',
});

/** The schemes that a source can name. Where each comes from, and how sure we are of it: docs/signatures.md. */
export const schemes = {
  'standard-webhooks': {
    kind: 'signature',
    header: 'webhook-signature',
    separator: ' ',
    signatures: [
      { prefix: 'v1,', algorithm: 'hmac-sha256', encoding: 'base64', key: 'whsec' },
      { prefix: 'v1a,', algorithm: 'ed25519', encoding: 'base64', key: 'whpk' },
    ],
    signs: '{id}.{timestamp}.{body}',
    id: 'webhook-id',
    timestamp: { header: 'webhook-timestamp', units: ['seconds'], toleranceSeconds: 300 },
    delivery: 'id',
  },
  'stripe-like': {
    kind: 'signature',
    header: 'Stripe-Signature',
    separator: ',',
    signatures: [{ prefix: 'v1=', algorithm: 'hmac-sha256', encoding: 'hex', key: 'utf8' }],
    signs: '{timestamp}.{body}',
    timestamp: { prefix: 't=', units: ['seconds'], toleranceSeconds: 300 },
    delivery: 'body-digest',
  },
  'github-like': overTheBody('X-Hub-Signature-256', {
    prefix: 'sha256=',
    algorithm: 'hmac-sha256',
    encoding: 'hex',
    key: 'utf8',
  }),
  'docusign-connect': overTheBody('X-DocuSign-Signature-{n}', {
    algorithm: 'hmac-sha256',
    encoding: 'base64',
    key: 'utf8',
  }),
  bamboohr: {
    kind: 'signature',
    header: 'X-BambooHR-Signature',
    signatures: [{ algorithm: 'hmac-sha256', encoding: 'hex', key: 'utf8' }],
    signs: '{body}{timestamp}',
    // Both have been seen: seconds in the published vector, ISO 8601 in a third party's capture.
    timestamp: { header: 'X-BambooHR-Timestamp', units: ['seconds', 'iso'], toleranceSeconds: 300 },
    delivery: 'body-digest',
  },
  hibob: overTheBody('Bob-Signature', { algorithm: 'hmac-sha512', encoding: 'base64', key: 'utf8' }),
  gusto: overTheBody('X-Gusto-Signature', { algorithm: 'hmac-sha256', encoding: 'hex', key: 'utf8' }),
  merge: overTheBody('X-Merge-Webhook-Signature', {
    algorithm: 'hmac-sha256',
    encoding: 'base64url',
    key: 'utf8',
  }),
  finch: {
    kind: 'signature',
    header: 'Finch-Signature',
    separator: ' ',
    signatures: [{ prefix: 'v1,', algorithm: 'hmac-sha256', encoding: 'base64', key: 'base64' }],
    signs: '{id}.{timestamp}.{body}',
    id: 'Finch-Event-Id',
    timestamp: { header: 'Finch-Timestamp', units: ['seconds'], toleranceSeconds: 300 },
    delivery: 'id',
  },
  deel: {
    ...overTheBody('x-deel-signature', { algorithm: 'hmac-sha256', encoding: 'hex', key: 'utf8' }),
    signs: 'POST{body}',
  },
  bearer: { kind: 'bearer', header: 'Authorization', prefix: 'Bearer ', delivery: 'body-digest' },
  basic: { kind: 'bearer', header: 'Authorization', prefix: 'Basic ', delivery: 'body-digest' },
} satisfies Record<string, Scheme>;

/** The name of a built-in scheme. */
export type SchemeName = keyof typeof schemes;

/** Whether there is a built-in scheme of this name. */
export const isSchemeName = (name: unknown): name is SchemeName =>
  typeof name === 'string' && Object.hasOwn(schemes, name);
