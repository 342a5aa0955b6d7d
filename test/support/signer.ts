import { generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '../../functions/ports/signer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Signs with a key of this process, as the key of a stage does. */
export const signer: Signer = async (text) => ({
  algorithm: 'ECDSA_SHA_256',
  publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  value: sign('sha256', Buffer.from(text), privateKey).toString('base64'),
});
