import { type CloudEvent, cloudEventSchema } from '../domain/event.ts';
import { parseBy } from '../domain/validation.ts';
import { type Source, schemeOf } from '../sources/source.ts';
import { readBinary } from './binary.ts';
import { contentModeOf } from './content-mode.ts';
import type { ProvenDelivery, ReceivedEvent } from './reading.ts';
import { readStructured } from './structured.ts';

const usualToleranceSeconds = 300;

/** How far the clock of a source may be off, in seconds. */
export const toleranceOf = (source: Source): number => {
  const scheme = schemeOf(source);
  const ofScheme = scheme.kind === 'signature' ? scheme.timestamp?.toleranceSeconds : undefined;
  return source.toleranceSeconds ?? ofScheme ?? usualToleranceSeconds;
};

/** Whether a delivery holds a time of its own, be it in its event or only signed. */
const hasTime = ({ headers, proof: { signedAt } }: ProvenDelivery): boolean =>
  signedAt !== undefined || headers['ce-time'] !== undefined;

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
export const readCloudEvent = (delivery: ProvenDelivery, source: Source): ReceivedEvent => {
  const { headers, body, proof, receivedAt } = delivery;
  switch (contentModeOf(headers)) {
    case 'structured':
      return kept(parseBy(cloudEventSchema, readStructured(body)));
    case 'binary': {
      // Where no time is signed, the time of receipt is the only one that is known.
      const { deliveryId, signedAt = receivedAt } = proof;
      const event = kept(readBinary({ headers, body }, { deliveryId, signedAt }, toleranceOf(source)));
      return { ...event, ...(!hasTime(delivery) && { untimed: true }) };
    }
  }
};
