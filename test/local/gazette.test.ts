import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { schemes } from '../../functions/sources/schemes.ts';
import { verify } from '../../functions/sources/verify.ts';
import { runCommand } from '../../local/command.ts';
import { curlCommand } from '../../local/delivery.ts';
import { doctor } from '../../local/doctor.ts';
import { developmentSecrets, unsignedSources } from '../../local/run.ts';
import { send } from '../../local/send.ts';
import { schemeNames, secretFor } from '../unit/sources/deliveries.ts';

const root = join(import.meta.dirname, '..', '..');
const event = join(root, 'examples', 'acts', 'officer-departure.json');
const directory = mkdtempSync(join(tmpdir(), 'gazette-command-'));
afterAll(() => rmSync(directory, { recursive: true }));

const commands = { send, doctor };

/** What a command prints, and what it ends with; in this process, because each process takes a second to start. */
const gazette = async (command: keyof typeof commands, ...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => out.push(text)),
    vi.spyOn(console, 'error').mockImplementation((text: string) => err.push(text)),
  ];
  try {
    await runCommand(() => commands[command](args));
    return { status: process.exitCode ?? 0, stdout: out.join('\n'), stderr: err.join('\n') };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
};

const file = (name: string, content: string | Buffer): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

/** The headers that a curl command sends. */
const headersIn = (command: string): Record<string, string> =>
  Object.fromEntries(
    [...command.matchAll(/--header ['"]([^:]+): (.*)['"] \\$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

describe('a delivery as a curl command', () => {
  const body = Buffer.from('{"a":"it’s"}');

  it.each(schemeNames)('verifies in %s, and shows no secret', (name) => {
    const scheme = schemes[name];
    const secret = secretFor(scheme, 7);
    const outgoing = { source: 'hr', secret, id: 'a.b', bytes: body, scheme };
    const command = curlCommand('http://localhost:3000', "it's.json", outgoing);
    expect(command).not.toContain(secret);
    expect(command).toContain(`'@it'\\''s.json'`);
    const headers = Object.entries(headersIn(command)).map(([header, value]) => [
      header,
      value.replace('$SECRET', secret),
    ]);
    const delivery = { headers: Object.fromEntries(headers), body };
    expect(verify(scheme, delivery, { current: secret }, { now: new Date() }).valid).toBe(true);
  });
});

describe('gazette send', () => {
  it('prints what it would send, for the source that the event names', async () => {
    const { status, stdout } = await gazette('send', event, '--dry-run');
    expect([status, stdout]).toEqual([0, expect.stringContaining("'http://localhost:3000/events/hr'")]);
    expect(Object.keys(headersIn(stdout))).toContain('webhook-signature');
  });

  it('prints what it would send of any file for any source, under an id that a retry keeps', async () => {
    const any = file('any.bin', 'anything');
    const asked = ['--source', 'board', '--dry-run'];
    const { stdout: first } = await gazette('send', any, ...asked);
    const { stdout: again } = await gazette('send', any, ...asked);
    expect(first).toContain("'http://localhost:3000/events/board'");
    expect(headersIn(first)['content-type']).toBe('application/json');
    expect(headersIn(again)['webhook-id']).toBe(headersIn(first)['webhook-id']);
  });
});

/** What `gazette send --dry-run` would send, as a captured request. */
const capture = async (name: string): Promise<string> => {
  const headers = headersIn((await gazette('send', event, '--dry-run')).stdout);
  const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
  return file(name, `POST /events/hr HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n{"changed":true}`);
};

describe('gazette doctor', () => {
  const secret = developmentSecrets()['hr'] ?? '';

  it('ends with 0 where a delivery verifies', async () => {
    const body = JSON.stringify({ a: 1 });
    const bytes = file('body.json', body);
    const headers = headersIn((await gazette('send', bytes, '--source', 'hr', '--dry-run')).stdout);
    const gateway = { headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
    const { status, stdout } = await gazette(
      'doctor',
      file('gateway.json', JSON.stringify(gateway)),
      '--source',
      'hr',
    );
    expect([status, stdout]).toEqual([0, 'It verifies with the current secret.']);
  });

  it('ends with 1 where it does not, and says why without the secret', async () => {
    const secretFile = file('secret.txt', `${secret}\n`);
    const { status, stdout, stderr } = await gazette(
      'doctor',
      await capture('bad.txt'),
      '--source',
      'hr',
      '--secret-file',
      secretFile,
    );
    expect([status, stdout.split('\n')[0], stderr]).toEqual([1, 'It does not verify.', '']);
    expect(stdout).not.toContain(secret);
  });

  it.each(['hr', 'people', 'signature'])('takes what send --dry-run prints for %s', async (source) => {
    const body = file("it's a body.json", '{"a":"it\u2019s \\"$1\\""}');
    const { stdout: command } = await gazette('send', body, '--source', source, '--dry-run');
    const { status, stdout } = await gazette('doctor', file('curl.sh', command), '--source', source);
    expect([status, stdout]).toEqual([0, 'It verifies with the current secret.']);
  });

  it.each([
    ['with the body in it', `curl -H 'Webhook-Id: a' --data '{"a":1}' http://localhost`, 1, /missing/],
    ['of a file that is not there', `curl -H 'A: b' --data-binary @none.json x`, 2, /no file none\.json/],
    ['without headers', `curl http://localhost`, 2, /must have --header/],
  ])('takes a curl command %s', async (_, command, expected, says) => {
    const { status, stdout, stderr } = await gazette('doctor', file('c.sh', command), '--source', 'hr');
    expect([status, `${stdout}${stderr}`]).toEqual([expected, expect.stringMatching(says)]);
  });

  it('takes the time that it is given', async () => {
    const { stdout } = await gazette(
      'doctor',
      await capture('old.txt'),
      '--source',
      'hr',
      '--at',
      '2020-01-01T00:00:00Z',
    );
    expect(stdout).toMatch(/It was signed \d+ days .*after 2020-01-01T00:00:00.000Z/);
  });
});

describe('gazette says what to do, and ends with 2,', () => {
  it.each<[string, [keyof typeof commands, ...string[]], RegExp]>([
    ['without an event', ['send'], /^Name at least one event file/],
    ['without any file', ['send', '--source', 'hr'], /^Name at least one file/],
    ['with no such file', ['send', 'none.json', '--source', 'hr'], /^There is no file none\.json/],
    ['with no such source', ['send', event, '--source', 'nobody'], /^--source must be one of hr, board/],
    ['with no such address', ['send', event, '--to', 'localhost'], /^--to must be an address/],
    ['with no capture', ['doctor', '--source', 'hr'], /^Name one captured delivery/],
    [
      'with a capture that is not there',
      ['doctor', 'none.txt', '--source', 'hr'],
      /^There is no file none\.txt/,
    ],
    ['with a capture of no source', ['doctor', event], /^--source must be one of/],
    [
      'with a capture without headers',
      ['doctor', event, '--source', 'hr'],
      /must have headers .* and a body/,
    ],
    [
      'with a time that is none',
      ['doctor', event, '--source', 'hr', '--at', 'noon'],
      /^--at must be a time|must have headers/,
    ],
    ['with an option that nobody knows', ['send', event, '--form'], /^There is no option --form\./],
    ['with an option that lacks its value', ['send', event, '--to'], /^--to needs a value\./],
    ['with a value too many', ['send', event, '--dry-run=1'], /^--dry-run takes no value\./],
  ])('%s', async (_, args, expected) => {
    const { status, stderr, stdout } = await gazette(...args);
    expect([status, stderr, stdout]).toEqual([2, expect.stringMatching(expected), '']);
  });
});

describe('gazette send says of a file', () => {
  const part = (change: (text: string) => string) => change(readFileSync(event, 'utf8'));
  it.each<[string, string, RegExp]>([
    [
      'where a field is wrong, as receive does',
      part((text) => text.replace('retired', 'gone')),
      /\/data\/acts\/0\/manner: must be/,
    ],
    ['where it stops being JSON', '{\n  "a": 1,\n}', /not JSON\. It stops being JSON at line 3, column 1\./],
    [
      'that it is base64',
      Buffer.from('{"a":1}').toString('base64'),
      /looks like base64: send the JSON itself/,
    ],
    ['that it is a list', '[]', /list\.json: must be an object/],
    ['that another system sends it', '{"type":"employee.updated"}', /gazette send FILE --source ID$/],
    [
      'that its source is none',
      part((text) => text.replace('"/hr"', '"/pr"')),
      /\/source: must begin with a configured source \(hr,/,
    ],
  ])('%s', async (_, content, expected) => {
    const { status, stderr } = await gazette('send', file('list.json', content), '--dry-run');
    expect([status, stderr]).toEqual([2, expect.stringMatching(expected)]);
  });

  it.each([['--dry-run'], ['--to=http://localhost:1']])('whose secret is bad, with %s', async (option) => {
    const secrets = file('bad.json', JSON.stringify({ hr: 'not base64!' }));
    const { status, stderr } = await gazette('send', event, '--secrets', secrets, option);
    expect([status, stderr]).toEqual([2, `${secrets}: hr: A secret is not base64.`]);
  });
});

it('sources without a development secret are known', () => {
  expect(unsignedSources()).toEqual([]);
  expect(unsignedSources({ hr: {}, payroll: {} }, { hr: 'x' })).toEqual(['payroll']);
});

describe('the command line', () => {
  it.each<[string, string[], number, RegExp]>([
    ['with a command', ['send', event, '--dry-run'], 0, /^$/],
    ['without one', [], 2, /^gazette COMMAND/],
    ['with another', ['sned'], 2, /^There is no command sned\.\n\ngazette COMMAND/],
    ['that asks for help', ['--help'], 0, /^$/],
  ])('%s ends with the code for it', (_, args, expected, says) => {
    const command = [join(root, 'local', 'gazette.ts'), ...args];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([expected, expect.stringMatching(says)]);
  });
});

describe('a capture that cannot be read', () => {
  it.each([
    ['without an empty line', 'webhook-id: msg_1', /an empty line, then the body/],
    ['with a line that is no header', 'webhook-id msg_1\n\n{}', /^Line 1 of the capture is not a header/],
  ])('%s is told of', async (_, content, expected) => {
    const { status, stderr } = await gazette('doctor', file('unreadable.txt', content), '--source', 'hr');
    expect([status, stderr]).toEqual([2, expect.stringMatching(expected)]);
  });
});

describe('secrets', () => {
  it.each([
    ['as text', secretFor(schemes['standard-webhooks'], 7), 1],
    [
      'as Secrets Manager has them',
      JSON.stringify({ current: secretFor(schemes['standard-webhooks'], 7) }),
      1,
    ],
    [
      'by source',
      JSON.stringify({ hr: { current: secretFor(schemes['standard-webhooks'], 7) }, board: 'x' }),
      1,
    ],
    ['without that of the source', JSON.stringify({ board: { current: 'x' } }), 2],
    ['in another form', JSON.stringify({ hr: 1 }), 2],
  ])('are read %s', async (_, content, expected) => {
    const { status } = await gazette(
      'doctor',
      await capture('any.txt'),
      '--source',
      'hr',
      '--secret-file',
      file('s.json', content),
    );
    expect(status).toBe(expected);
  });
});
