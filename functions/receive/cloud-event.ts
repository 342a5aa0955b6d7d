import { type CloudEvent, cloudEventSchema, type EventFact } from '../domain/event.ts';
import { type Source, schemeOf } from '../sources/source.ts';
import { readBinary } from './binary.ts';
import { contentModeOf } from './content-mode.ts';
import { readStructured } from './structured.ts';
import { parseBy } from './validation.ts';
import type { Proof } from './verified.ts';

/** What is kept of a CloudEvent, the same from either mode. */
export type ReceivedEvent = Pick<EventFact, 'id' | 'subject' | 'time' | 'data'>;

const usualToleranceSeconds = 300;

const toleranceOf = (source: Source): number => {
  const scheme = schemeOf(source);
  const ofScheme = scheme.kind === 'signature' ? scheme.timestamp?.toleranceSeconds : undefined;
  return source.toleranceSeconds ?? ofScheme ?? usualToleranceSeconds;
};

const kept = ({
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
  delivery: { headers: Readonly<Record<string, string | undefined>>; body: Buffer },
  proof: Proof,
  source: Source,
): ReceivedEvent => {
  switch (contentModeOf(delivery.headers)) {
    case 'structured':
      return kept(parseBy(cloudEventSchema, readStructured(delivery.body)));
    case 'binary':
      return kept(readBinary(delivery, proof, toleranceOf(source)));
  }
};
