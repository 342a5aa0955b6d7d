import type { KMSClientConfig } from '@aws-sdk/client-kms';
import type { Signer } from '../ports/signer.ts';

const algorithm = 'ECDSA_SHA_256';

/**
 * Signs with a key of KMS, named by its ARN, id or alias. The SDK's client is loaded when evidence is first asked for, which
 * keeps it out of the cold start.
 */
export const kmsSigner =
  (keyId: string, config: KMSClientConfig = {}): Signer =>
  async (text) => {
    const { GetPublicKeyCommand, KMSClient, SignCommand } = await import('@aws-sdk/client-kms');
    const kms = new KMSClient(config);
    try {
      const [{ PublicKey }, { Signature }] = await Promise.all([
        kms.send(new GetPublicKeyCommand({ KeyId: keyId })),
        kms.send(
          new SignCommand({
            KeyId: keyId,
            Message: Buffer.from(text),
            MessageType: 'RAW',
            SigningAlgorithm: algorithm,
          }),
        ),
      ]);
      if (PublicKey === undefined || Signature === undefined)
        throw new Error(`KMS answered without what was asked of the key ${keyId}`);
      const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
      return { algorithm, publicKey: inBase64(PublicKey), value: inBase64(Signature) };
    } finally {
      kms.destroy();
    }
  };
