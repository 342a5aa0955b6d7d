import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { describeIssue } from '../../../functions/domain/issues.ts';
import { type SignedScheme, schemeSchema } from '../../../functions/sources/scheme.ts';
import { schemes } from '../../../functions/sources/schemes.ts';
import { schemeNames } from './deliveries.ts';

const github = schemes['github-like'];
const standard = schemes['standard-webhooks'];
const stripe = schemes['stripe-like'];
const [hmac] = github.signatures;

const problemsOf = (scheme: unknown): string[] =>
  (v.safeParse(schemeSchema, scheme).issues ?? []).map(
    (issue) => `${v.getDotPath(issue) ?? ''}: ${describeIssue(issue)}`,
  );

describe('a scheme', () => {
  it.each(schemeNames)('%s is as the schema says, and nothing is filled in', (name) => {
    expect(v.parse(schemeSchema, schemes[name])).toEqual(schemes[name]);
  });

  it('is read again as it was read, because a bundle holds what was parsed', () => {
    const { toleranceSeconds: _, ...clock } = stripe.timestamp ?? { units: [] };
    const once = v.parse(schemeSchema, { ...stripe, timestamp: clock });
    expect(once).toEqual(stripe);
    expect(v.parse(schemeSchema, JSON.parse(JSON.stringify(once)))).toEqual(once);
  });

  const outside =
    'is outside what is signed, where anybody can change it: put {id} into signs, or use body-digest';

  it.each<[string, object, string[]]>([
    ['identifies a delivery by what is not signed', { ...github, delivery: 'id' }, [`delivery: ${outside}`]],
    [
      'identifies a delivery by a header that is not signed',
      { ...github, delivery: 'id', id: 'X-GitHub-Delivery' },
      [`delivery: ${outside}`, 'id: must go with {id} in signs'],
    ],
    [
      'signs an id and does not say where it is',
      { ...standard, id: undefined },
      ['id: must go with {id} in signs'],
    ],
    [
      'checks the clock of what is not signed',
      { ...github, timestamp: { header: 'X-Time', units: ['seconds'] } },
      ['timestamp: must go with {timestamp} in signs; the clock of what is not signed proves nothing'],
    ],
    [
      'signs a time and does not say where it is',
      { ...standard, timestamp: undefined },
      ['timestamp: must go with {timestamp} in signs; the clock of what is not signed proves nothing'],
    ],
    [
      'has a tolerance and no timestamp',
      { ...github, toleranceSeconds: 300 },
      ['toleranceSeconds: is not a known field'],
    ],
    [
      'has a tolerance of two hours',
      { ...stripe, timestamp: { ...stripe.timestamp, toleranceSeconds: 7200 } },
      ['timestamp.toleranceSeconds: must be at most 3600'],
    ],
    [
      'has a time in two places',
      { ...stripe, timestamp: { ...stripe.timestamp, header: 'X-Time' } },
      ['timestamp: must have a header or a prefix, and not both'],
    ],
    [
      'has a time without a unit',
      { ...stripe, timestamp: { ...stripe.timestamp, units: [] } },
      ['timestamp.units: must name a unit'],
    ],
    ['does not sign the body', { ...github, signs: 'POST' }, ['signs: must hold {body}']],
    [
      'signs the body twice',
      { ...github, signs: '{body}{body}' },
      ['signs: must hold each placeholder once'],
    ],
    [
      'signs what nobody knows',
      { ...github, signs: '{url}.{body}' },
      ['signs: may hold {id}, {timestamp}, {body} and printable ASCII, and not {url}'],
    ],
    [
      'lets an id run into the time',
      { ...standard, signs: '{id}{timestamp}.{body}' },
      ['signs: must fence {id} with a character that no id has, such as a dot'],
    ],
    [
      'fences an id with what an id may have',
      { ...standard, signs: '{id}-{timestamp}.{body}' },
      ['signs: must fence {id} with a character that no id has, such as a dot'],
    ],
    [
      'ends the fence of an id with what an id may have',
      { ...standard, signs: '{timestamp}.x{id}.{body}' },
      ['signs: must fence {id} with a character that no id has, such as a dot'],
    ],
    [
      'begins the fence of an id with what an id may have',
      { ...standard, signs: '{id}x.{timestamp}.{body}' },
      ['signs: must fence {id} with a character that no id has, such as a dot'],
    ],
    [
      'has a time in a list that is none',
      { ...stripe, separator: undefined },
      ['separator: must be there where a header holds more than one signature'],
    ],
    [
      'makes a list of one header each',
      { ...standard, header: 'X-Signature-{n}' },
      ['header: must not end in {n} where one header is a list'],
    ],
    [
      'has a header that is none',
      { ...github, header: 'X Signature' },
      ['header: must be the name of a header, which may end in {n}'],
    ],
    ['has no signature', { ...github, signatures: [] }, ['signatures: must name a signature']],
    [
      'has two signatures and no list',
      { ...standard, separator: undefined },
      ['separator: must be there where a header holds more than one signature'],
    ],
    [
      'has a list without prefixes',
      { ...github, separator: ' ', signatures: [{ ...hmac, prefix: undefined }] },
      ['signatures: must each have a prefix where they are a list, and it must not end in the separator'],
    ],
    [
      'has a prefix that ends in the separator',
      { ...standard, separator: ',' },
      ['signatures: must each have a prefix where they are a list, and it must not end in the separator'],
    ],
    [
      'has a prefix twice',
      { ...stripe, timestamp: { ...stripe.timestamp, prefix: 'v1=' } },
      ['signatures: must have prefixes of their own'],
    ],
    [
      'cannot tell which secret is for which signature',
      { ...stripe, signatures: [...stripe.signatures, { ...hmac, prefix: 'v2=' }] },
      ['signatures: must be told apart by their secrets: one of two takes whpk'],
    ],
    [
      'has a weak algorithm',
      { ...github, signatures: [{ ...hmac, algorithm: 'hmac-sha1' }] },
      ['signatures.0.algorithm: must be "hmac-sha256" or "hmac-sha512" or "ed25519"'],
    ],
    [
      'makes a public key of text',
      { ...github, signatures: [{ ...hmac, algorithm: 'ed25519' }] },
      ['signatures.0.key: must be "whpk" or "base64" or "hex"'],
    ],
    [
      'looks for a token in a query',
      { ...schemes.bearer, header: 'access_token' },
      ['header: must be Authorization'],
    ],
    [
      'identifies by an id what is not signed at all',
      { ...schemes.bearer, delivery: 'id' },
      ['delivery: must be body-digest, because nothing is signed'],
    ],
    ['is of no kind', { header: 'X-Signature' }, ['kind: must be "signature" or "bearer"']],
  ])('is refused that %s', (_, scheme, problems) => {
    expect(problemsOf(scheme)).toEqual(problems);
  });

  it('can be one that nobody thought of', () => {
    const scheme: SignedScheme = {
      kind: 'signature',
      header: 'X-Acme-Signature',
      signatures: [{ algorithm: 'hmac-sha512', encoding: 'base64url', key: 'hex' }],
      signs: 'v0:{timestamp}:{id}\n{body}',
      id: 'X-Acme-Id',
      timestamp: { header: 'X-Acme-Time', units: ['milliseconds', 'iso'], toleranceSeconds: 60 },
      delivery: 'id',
    };
    expect(problemsOf(scheme)).toEqual([
      'signs: must fence {id} with a character that no id has, such as a dot',
    ]);
    expect(problemsOf({ ...scheme, signs: 'v0:{timestamp}.{id}\n{body}' })).toEqual([]);
  });
});
