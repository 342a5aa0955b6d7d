import { type CloudEvent, cloudEventSchema } from '../domain/event.ts';
import { parseBy } from '../domain/validation.ts';
import { type Source, schemeOf } from '../sources/source.ts';
import { readBinary } from './binary.ts';
import { contentModeOf } from './content-mode.ts';
import type { ProvenDelivery, ReceivedEvent } from './reading.ts';
import { readStructured } from './structured.ts';

const usualToleranceSeconds = 300;

const toleranceOf = (source: Source): number => {
  const scheme = schemeOf(source);
  const ofScheme = scheme.kind === 'signature' ? scheme.timestamp?.toleranceSeconds : undefined;
  return source.toleranceSeconds ?? ofScheme ?? usualToleranceSeconds;
};

/** Leaves what Gazette does not name, and takes the subject from wherever it stands. */
export const kept = ({
  id,
  time,
  subject: attribute,
  data: { subject = attribute, ...data },
}: CloudEvent): ReceivedEvent => ({
  id,
  time,
  ...(subject !== undefined && { subject }),
  data,
});

/** Reads a verified delivery as one CloudEvent 1.0 over HTTP, in structured or in binary mode. */
export const readCloudEvent = (
  { headers, body, proof, receivedAt }: ProvenDelivery,
  source: Source,
): ReceivedEvent => {
  switch (contentModeOf(headers)) {
    case 'structured':
      return kept(parseBy(cloudEventSchema, readStructured(body)));
    case 'binary': {
      // Where no time is signed, the time of receipt is the only one that is known.
      const { deliveryId, signedAt = receivedAt } = proof;
      return kept(readBinary({ headers, body }, { deliveryId, signedAt }, toleranceOf(source)));
    }
  }
};
