import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { officersSchema } from '../../../functions/domain/officers.ts';
import { hasStandingActs, standingActs } from '../../../functions/domain/standing-acts.ts';
import { loadMapping } from '../../../functions/sources/mappings/load.ts';
import { isMappingName, mappingNames } from '../../../functions/sources/mappings/names.ts';
import { isSchemeName, type SchemeName, schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import type { Source } from '../../../functions/sources/source.ts';
import { httpEvent } from '../../support/http.ts';
import { receiver } from './receiver.ts';

const now = new Date('2026-11-18T12:00:00Z');
const token = 'gazette-test-secret-0123456789-0123456789';
const secretOf = (scheme: SchemeName): string =>
  ['standard-webhooks', 'finch'].includes(scheme) ? Buffer.from(token).toString('base64') : token;

const officers = v.parse(officersSchema, [
  {
    id: 'marcus-thiele',
    name: 'Marcus Thiele',
    title: 'Chief Financial Officer',
    ids: {
      gusto: '8d2c6b1a-3e4f-4b5c-8d6e-7f8091a2b3c4',
      merge: '0958cbc6-6040-430a-848e-aafacbadf4aa',
      workday: '1091',
    },
  },
]);

const sources = Object.fromEntries(
  [...Object.keys(schemes), ...mappingNames].map((name): [string, Source] => [
    name,
    {
      name,
      scheme: isSchemeName(name) ? name : 'bearer',
      companies: ['halden-optics'],
      ...(isMappingName(name) && { mapping: name }),
    },
  ]),
);

const open = () =>
  receiver({
    sources,
    loadMapping,
    companies: new Map([
      ['halden-optics', { id: 'halden-optics', timeZone: 'America/Los_Angeles', officers }],
    ]),
    secrets: {
      secretsOf: async (source) => ({ current: secretOf(isSchemeName(source) ? source : 'bearer') }),
    },
    now: () => now,
  });

const post = (source: string, body: string, headers: Record<string, string>) =>
  httpEvent('POST', '/events/{source}', {
    pathParameters: { source },
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const signed = (source: string, body: string, more: Record<string, string> = {}) => {
  const scheme = isSchemeName(source) ? source : 'bearer';
  const message = { id: 'evt_1', timestamp: now, body: Buffer.from(body) };
  return post(source, body, { ...sign(schemes[scheme], secretOf(scheme), message), ...more });
};

const sample = (path: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', 'sources', path), 'utf8');

const outcomeOf = ({ body }: { body?: string | undefined }): unknown => JSON.parse(body ?? '').outcome;

describe('a wrong signature', () => {
  const body = '{}';
  const schemeNames = Object.keys(schemes).filter(isSchemeName);

  it.each(schemeNames)(
    'of the scheme %s is answered in the same bytes whichever it is, and no log holds the right one',
    async (name) => {
      const { answer, logged } = open();
      const scheme = schemes[name];
      const header = scheme.header.replace('{n}', '1').toLowerCase();
      const headers = sign(scheme, secretOf(name), { id: 'evt_1', timestamp: now, body: Buffer.from(body) });
      const right = headers[header] ?? '';
      const answers = await Promise.all(
        Array.from({ length: 32 }, (_, index) => {
          const at = right.length - 3 - index;
          const wrong = `${right.slice(0, at)}${right[at] === '0' ? '1' : '0'}${right.slice(at + 1)}`;
          return answer(post(name, body, { ...headers, [header]: wrong }));
        }),
      );
      expect(new Set(answers.map((given) => JSON.stringify(given))).size).toBe(1);
      expect(answers[0]?.statusCode).toBe(401);
      expect(JSON.stringify([logged, answers])).not.toContain(right.slice(-16));
    },
  );

  it('is none at all where a vendor sends the token of a subscription that is to be confirmed', async () => {
    const { refusal, ledger, logged } = open();
    const verification = JSON.stringify({ verification_token: 'canary-asefasedfe23e234easd' });
    expect(await refusal(post('gusto', verification, {}))).toMatchObject({ status: 401, kind: 'signature' });
    expect(ledger.facts.size).toBe(0);
    expect(JSON.stringify(logged)).not.toContain('canary');
    expect((await open().answer(signed('gusto', sample('gusto/employee-terminated.json')))).statusCode).toBe(
      202,
    );
  });
});

describe('what a vendor sends too much', () => {
  it('of a record is in neither the ledger nor a log', async () => {
    const { answer, ledger, logged } = open();
    const { data, ...rest } = JSON.parse(sample('merge/employee-updated.json'));
    const personal = {
      ssn: 'canary-078-05-1120',
      date_of_birth: 'canary-1970-02-03',
      ethnicity: 'canary',
      home_location: { street_1: 'canary-12-gull-lane' },
      employments: [{ pay_rate: 'canary-412000' }],
    };
    const body = JSON.stringify({ ...rest, data: { ...data, ...personal } });
    expect(outcomeOf(await answer(signed('merge', body)))).toBe('recorded');
    const kept = JSON.stringify([[...ledger.facts], logged]);
    expect(kept).toContain('Marcus Thiele');
    expect(kept).not.toContain('canary');
  });

  it.each(['merge/employee-updated.json', 'merge/test.json', 'bamboohr/employee-created.json'])(
    'of headers with %s is in neither the ledger, a log nor the answer',
    async (path) => {
      const { answer, ledger, logged } = open();
      const more = {
        'x-api-key': 'canary',
        cookie: 'session=canary',
        'x-forwarded-for': 'canary',
        'x-amzn-oidc-identity': 'canary',
        'proxy-authorization': 'Basic canary',
      };
      const source = path.replace(/\/.*/, '');
      const given = await answer(signed(source, sample(path), more));
      expect(given.statusCode).toBe(202);
      const signature = Object.entries(signed(source, sample(path)).headers).find(([name]) =>
        /signature/.test(name),
      );
      expect(JSON.stringify([[...ledger.facts], logged, given])).not.toMatch(/canary/);
      expect(JSON.stringify([[...ledger.facts], logged, given])).not.toContain(signature?.[1]);
    },
  );

  it('of a token that it shows in place of a signature is not kept', async () => {
    const { answer, ledger, logged } = open();
    expect(outcomeOf(await answer(signed('workday', sample('workday/terminate.json'))))).toBe('recorded');
    expect(JSON.stringify([[...ledger.facts], logged])).not.toContain(token);
  });
});

describe('an id', () => {
  it('of a person says nothing at another source', async () => {
    const { answer } = open();
    const body = sample('gusto/employee-terminated.json');
    expect(outcomeOf(await answer(signed('gusto', body)))).toBe('recorded');
    const elsewhere = sample('hibob/employee-left.json').replace(
      /"employeeId": "\d+"/,
      '"employeeId": "8d2c6b1a-3e4f-4b5c-8d6e-7f8091a2b3c4"',
    );
    expect(outcomeOf(await answer(signed('hibob', elsewhere)))).toBe('not-disclosable');
  });

  it('tells a namesake in another entity from the officer', async () => {
    const { answer, ledger } = open();
    const body = sample('workday/terminate.json').replace('"1091"', '"7007"');
    expect(outcomeOf(await answer(signed('workday', body)))).toBe('not-disclosable');
    expect(ledger.facts.size).toBe(0);
  });
});

describe('what is taken back', () => {
  const process = JSON.parse(sample('workday/terminate-rescinded.json'));
  const rescinded = (change: object) => signed('workday', JSON.stringify({ ...process, ...change }));

  it('is another event each time, although the process has no id', async () => {
    const { answer, facts } = open();
    const outcomes = [];
    for (const completedOn of ['2026-11-17T10:00:00Z', '2026-11-18T10:00:00Z'])
      outcomes.push(outcomeOf(await answer(rescinded({ eventId: undefined, completedOn }))));
    expect(outcomes).toEqual(['recorded', 'recorded']);
    expect(facts().map(({ id }) => id)).not.toContain('undefined.Rescinded');
  });

  it.each([[undefined], ['2026-11-16']])(
    'stays so where the process itself comes later, completed on %s',
    async (completedOn) => {
      const { answer, facts } = open();
      const body = JSON.parse(sample('workday/terminate.json'));
      await answer(rescinded({ completedOn }));
      await answer(signed('workday', JSON.stringify({ ...body, completedOn })));
      expect(facts().map(({ untimed, mapping }) => [untimed, mapping])).toEqual(
        Array(2).fill([true, 'workday']),
      );
      expect(hasStandingActs(facts())).toBe(false);
    },
  );

  it('by a void envelope is what this envelope said, and nothing that others have', async () => {
    const { answer, facts } = open();
    const completed = sample('docusign-connect/departure-completed.json');
    await answer(signed('docusign-connect', completed));
    await answer(signed('docusign-connect', sample('docusign-connect/departure-declined.json')));
    expect(hasStandingActs(facts())).toBe(false);
    await answer(signed('gusto', sample('gusto/employee-terminated.json')));
    expect(standingActs(facts()).tellings.map(({ source }) => source)).toEqual(['gusto']);
    expect(new Set(facts().map(({ release }) => release)).size).toBe(1);
  });
});

describe('a document that the company marks as a governance event', () => {
  const envelope = (change: object): string => {
    const body = JSON.parse(sample('docusign-connect/departure-completed.json'));
    const fields = { governance_event: 'officer.departed', ...change };
    body.data.envelopeSummary.customFields.textCustomFields = Object.entries(fields).map(([name, value]) => ({
      name,
      value,
    }));
    return JSON.stringify(body);
  };
  const send = async (change: object) => {
    const { answer } = open();
    const { body } = await answer(signed('docusign-connect', envelope(change)));
    return JSON.parse(body ?? '');
  };

  it.each([
    ['about somebody whom nobody lists', { officer_name: 'Bo Berg', office: 'Machinist' }, 'bo-berg'],
    ['about somebody with nearly the name of an officer', { officer_name: 'Marc Thiele' }, 'marc-thiele'],
    [
      'about somebody who is an officer by the id of the profile',
      { officer_name: 'Marc Thiele', officer_id: 'marcus-thiele' },
      'marcus-thiele',
    ],
  ])('is recorded %s', async (_, change, subject) => {
    expect(await send(change)).toMatchObject({
      outcome: 'recorded',
      release: `halden-optics.${subject}`,
    });
  });
});

describe('a signature of a numbered family', () => {
  it('is refused where it cannot be read, as any other is', async () => {
    const { refusal } = open();
    const more = { 'x-docusign-signature-2': 'é' };
    const body = sample('docusign-connect/departure-completed.json');
    expect(await refusal(signed('docusign-connect', body, more))).toMatchObject({
      status: 400,
      kind: 'header',
    });
  });
});

describe('a title', () => {
  it.each([
    ['CFO', 'recorded'],
    ['Chief Financial Officer (Acting)', 'recorded'],
    ['CHIEF FINANCIAL OFFICER', 'recorded'],
    ['CFO, EMEA', 'not-disclosable'],
    ['Chief Fun Officer', 'not-disclosable'],
    ['VP', 'not-disclosable'],
    ['Deputy Chief Financial Officer', 'not-disclosable'],
  ])('%s of somebody who is hired is %s', async (title, outcome) => {
    const { answer } = open();
    const hired = JSON.parse(sample('workday/terminate.json').replace('Terminate_Employee', 'Hire_Employee'));
    const worker = { employeeId: '7007', legalName: 'Ann Lee', businessTitle: title };
    expect(outcomeOf(await answer(signed('workday', JSON.stringify({ ...hired, worker }))))).toBe(outcome);
  });
});

describe('a test of the connection', () => {
  it('is ignored, and nothing comes of it', async () => {
    const { answer, ledger } = open();
    expect(outcomeOf(await answer(signed('merge', sample('merge/test.json'))))).toBe('ignored');
    expect(ledger.facts.size).toBe(0);
  });
});
