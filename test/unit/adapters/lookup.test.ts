import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askBambooHr } from '../../../functions/adapters/lookup-bamboohr.ts';
import { lookUpInSystems } from '../../../functions/adapters/lookup-systems.ts';
import { LookupFailedError } from '../../../functions/ports/lookup.ts';
import {
  type SecretStore,
  SecretsUnavailableError,
  type StoredSecrets,
} from '../../../functions/ports/secrets.ts';

let asked: IncomingMessage[];
let answer: (response: ServerResponse) => void;
let server: Server;
let baseUrl = '';

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const ask = (id = '1091') => askBambooHr({ baseUrl, apiKey: 'the-key' }, id);

describe('BambooHR', () => {
  it('is asked for six fields of one employee, with the key as user name', async () => {
    answer = json({});
    await ask();
    const [{ method, url, headers } = {}] = asked;
    expect([method, url, headers?.accept]).toEqual([
      'GET',
      '/api/v1/employees/1091/?fields=firstName,lastName,jobTitle,status,terminationDate,hireDate',
      'application/json',
    ]);
    expect(Buffer.from(headers?.authorization?.replace('Basic ', '') ?? '', 'base64').toString()).toBe(
      'the-key:x',
    );
  });

  it.each<[string, object, object]>([
    [
      'who has left',
      {
        id: '1091',
        firstName: 'Marcus',
        lastName: ' Thiele ',
        jobTitle: 'Chief Financial Officer',
        status: 'Inactive',
        terminationDate: '2026-12-31',
        hireDate: '2019-03-01',
        ssn: '078-05-1120',
        dateOfBirth: '1970-01-01',
      },
      {
        name: 'Marcus Thiele',
        title: 'Chief Financial Officer',
        active: false,
        terminated: '2026-12-31',
        hired: '2019-03-01',
      },
    ],
    [
      'who is there',
      { firstName: 'Marcus', lastName: null, jobTitle: '', status: 'Active', terminationDate: '0000-00-00' },
      { name: 'Marcus', active: true },
    ],
    ['of whom it says nothing', {}, {}],
  ])('tells of somebody %s, and what else it tells is not read', async (_, employee, facts) => {
    answer = json(employee);
    expect(await ask()).toEqual(facts);
  });

  it.each(['', 'abc', '1/../2', '-1', '1?fields=ssn', '9'.repeat(19)])(
    'is never asked about an id such as "%s"',
    async (id) => {
      expect(await ask(id)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  it.each([401, 403, 429, 500, 503, 204])('fails where it answers %i', async (status) => {
    answer = (response) => response.writeHead(status).end();
    await expect(ask()).rejects.toMatchObject({ reason: `status-${status}` });
  });

  it('knows nobody where it answers 404', async () => {
    answer = json({ firstName: 'Marcus' }, 404);
    expect(await ask()).toBeUndefined();
  });

  it('is not followed to where it sends us, because the key would go along', async () => {
    answer = (response) => response.writeHead(302, { location: `${baseUrl}/elsewhere` }).end();
    await expect(ask()).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['what is not JSON', (response) => response.end('<employee/>')],
    ['a list', json([1])],
    ['a name that is none', json({ firstName: { value: 'Marcus' } })],
    ['nothing', (response) => response.destroy()],
  ])('fails where it answers %s', async (_, given) => {
    answer = given;
    await expect(ask()).rejects.toThrow();
  });

  it('is waited for no longer than three seconds', async () => {
    answer = () => {};
    const start = performance.now();
    await expect(ask()).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe('the systems of sources', () => {
  const system = (secretsOf: SecretStore['secretsOf']) =>
    lookUpInSystems({ people: { lookup: { kind: 'bamboohr', baseUrl } }, board: {} }, { secretsOf });
  const lookUp = (secret: StoredSecrets, source = 'people') => system(async () => secret)(source, '1091');

  it('are asked with the key that is kept beside the secret', async () => {
    answer = json({ firstName: 'Marcus' });
    expect(await lookUp({ current: 'x', apiKey: 'the-key' })).toEqual({ name: 'Marcus' });
  });

  it('fail by a word that a log may hold, and by nothing that was sent', async () => {
    answer = json({ firstName: { secret: 'Canary' } });
    const failure = await lookUp({ current: 'x', apiKey: 'the-key' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LookupFailedError);
    expect(failure).toMatchObject({ reason: 'ValiError' });
    expect(String(failure)).not.toMatch(/Canary|1091|the-key/);
  });

  it.each([
    ['no key', 'people'],
    ['no system', 'board'],
  ])('cannot be asked where %s is configured', async (_, source) => {
    await expect(lookUp({ current: 'x' }, source)).rejects.toMatchObject({ reason: 'no-key' });
    expect(asked).toEqual([]);
  });

  it('cannot be asked while the key cannot be had', async () => {
    const secretsOf = async () => {
      throw new SecretsUnavailableError('no');
    };
    await expect(system(secretsOf)('people', '1')).rejects.toMatchObject({
      reason: 'SecretsUnavailableError',
    });
  });
});
