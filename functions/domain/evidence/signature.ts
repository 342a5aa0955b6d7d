import { createPublicKey, verify } from 'node:crypto';
import * as v from 'valibot';
import { sha256Of } from '../digest.ts';

const base64 = v.pipe(v.string(), v.base64('must be base64'));

/** What a key of the stage says of a file of evidence: that it is what the ledger held when the file was made. */
export const signatureSchema = v.strictObject({
  algorithm: v.literal('ECDSA_SHA_256'),
  /** The key's public half: SubjectPublicKeyInfo as DER, in base64. */
  publicKey: base64,
  /** The signature as DER, in base64. */
  value: base64,
});

export type Signature = v.InferOutput<typeof signatureSchema>;

/** What is signed of a file of evidence: its format and the seal, which covers all the rest. */
export const signedText = ({ format, seal }: { format: string; seal: string }): string =>
  `${format}\n${seal}\n`;

/** How people tell one public key from another: SHA-256 of its DER, in hexadecimal. */
export const fingerprintOf = ({ publicKey }: Pick<Signature, 'publicKey'>): string =>
  sha256Of(Buffer.from(publicKey, 'base64'));

/** Whether a signature is that of its own public key over a text; a key that cannot be read has signed nothing. */
export const isSignedBy = ({ publicKey, value }: Signature, text: string): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ec' && verify('sha256', Buffer.from(text), key, Buffer.from(value, 'base64'))
    );
  } catch {
    return false;
  }
};
