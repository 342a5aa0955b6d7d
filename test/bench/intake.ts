import { Webhook } from 'standardwebhooks';
import type { CloudEvent } from '../../functions/domain/event.ts';
import { readCloudEvent } from '../../functions/receive/cloud-event.ts';
import { schemes } from '../../functions/sources/schemes.ts';
import { sign } from '../../functions/sources/sign.ts';
import { verify } from '../../functions/sources/verify.ts';
import { readExamples } from '../support/examples.ts';
import { cpuEach } from './measure.ts';

/** How many times what the library and JSON.parse take we may take at 20 KB, for all that we check besides. */
const budget = { atKB: 20, ratio: 1.5 };

/** CPU for one event: ours verifies, reads strictly and validates; theirs verifies and parses. */
export interface IntakeCost {
  kilobytes: number;
  oursMs: number;
  theirsMs: number;
  ratio: number;
  /** Whether a budget is kept; undefined at sizes that have none. */
  kept: boolean | undefined;
}

type Act = CloudEvent['data']['acts'][number];

const person = { name: 'Marcus Thiele', honorific: 'Mr.', familyName: 'Thiele' } as const;
const departure: Act = {
  kind: 'officer-departure',
  person: { id: 'emp-0091', ...person },
  title: 'Chief Financial Officer',
  manner: 'retired',
  decided: '2026-11-16',
  effective: { date: '2026-12-31', phrase: 'at the end of the year' },
  reason: 'after eleven years with the company',
};
const statement: Act = {
  kind: 'statement',
  speaker: person,
  paragraphs: ['A word on this. '.repeat(120).trim()],
};

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** An event of about so many bytes: departures, and statements where there would be too many acts. */
const eventOf = (bytes: number): CloudEvent => {
  const [event] = readExamples('iec-2002');
  if (event === undefined) throw new Error('no examples');
  const [small, large] = [sizeOf(departure), sizeOf(statement)];
  const statements = Math.max(0, Math.round((bytes - 190 * small) / (large - small)));
  const departures = Math.round((bytes - statements * large) / small);
  const acts = [...Array<Act>(departures).fill(departure), ...Array<Act>(statements).fill(statement)];
  return { ...event, data: { ...event.data, acts } };
};

const measureAt = async (kilobytes: number): Promise<IntakeCost> => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const scheme = schemes['standard-webhooks'];
  const secrets = { current: secret };
  const body = Buffer.from(JSON.stringify(eventOf(kilobytes * 1024)));
  const now = new Date();
  const headers = {
    'content-type': 'application/cloudevents+json',
    ...sign(scheme, secret, { id: 'msg_1', timestamp: now, body }),
  };
  const source = { name: 'HR', scheme: 'standard-webhooks' as const, companies: ['iec-electronics'] };
  const library = new Webhook(secret);
  const { ours = Number.NaN, theirs = Number.NaN } = await cpuEach(
    {
      ours: () => {
        const verdict = verify(scheme, { headers, body }, secrets, { now });
        if (!verdict.valid) throw new Error(`The bench does not verify: ${verdict.reason}`);
        const proof = { ...verdict, signedAt: now };
        readCloudEvent({ headers, body, proof, receivedAt: now }, source);
      },
      theirs: () => library.verify(body, headers),
    },
    Math.ceil(20_000 / kilobytes),
  );
  const ratio = ours / theirs;
  const kept = kilobytes === budget.atKB ? ratio <= budget.ratio : undefined;
  return { kilobytes, oursMs: ours, theirsMs: theirs, ratio, kept };
};

/** CPU of intake at three sizes, beside npm's standardwebhooks in the same run. */
export const measureIntake = async (): Promise<{ budget: typeof budget; costs: IntakeCost[] }> => {
  const costs: IntakeCost[] = [];
  for (const kilobytes of [2, 20, 200]) costs.push(await measureAt(kilobytes));
  return { budget, costs };
};
