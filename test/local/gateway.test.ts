import { readdirSync } from 'node:fs';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Stack, startStack } from '../../local/stack.ts';
import { temporary, writeAssembly } from './assembly.ts';
import { miniature } from './miniature.ts';

// The function hands out what it is known by, so that the SDK of this process can call in its name.
const source = `export const handler = async () => ({ ...process.env });`;
const dataDirectory = temporary();
const Bucket = 'test-ledger';
const Key = 'releases/a/events/1.json';
let stack: Stack;
let s3: S3Client;
let ses: SESv2Client;
let secrets: SecretsManagerClient;
let sqs: SQSClient;
let environment: Record<string, string>;

const start = () =>
  startStack({
    assemblyDirectory: writeAssembly(miniature(), { work: source }),
    stackName: 'Test',
    dataDirectory,
    port: 0,
    settleSeconds: 0,
    secrets: { hr: 'whsec_local' },
  });

beforeAll(async () => {
  stack = await start();
  environment = Object(await stack.invoke('function', {}));
  const config = {
    endpoint: stack.client.endpoint,
    region: 'local',
    maxAttempts: 1,
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: 'x',
      sessionToken: environment['AWS_SESSION_TOKEN'] ?? '',
    },
  };
  s3 = new S3Client(config);
  ses = new SESv2Client(config);
  secrets = new SecretsManagerClient(config);
  sqs = new SQSClient(config);
});

afterEach(() => {
  stack.calls.length = 0;
  stack.denied.length = 0;
  stack.faults.clear();
});

afterAll(() => stack.stop());

const failure = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing failed',
    ({ name, $metadata }) => [name, $metadata.httpStatusCode],
  );
const put = (key: string, more: object = { IfNoneMatch: '*' }) =>
  s3.send(new PutObjectCommand({ Bucket, Key: key, Body: 'x', ...more }));
const get = (bucket: string, key: string) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
const mail = (more: Partial<SendEmailCommandInput> = {}) =>
  ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'Gazette <no-reply@gazette.localhost>',
      ConfigurationSetName: 'Test-Mails',
      Destination: { ToAddresses: ['a@example.com'] },
      Content: {
        Simple: {
          Subject: { Data: 'Subject ä' },
          Body: { Text: { Data: 'See http://localhost/r/x' }, Html: { Data: '<p>☃</p>' } },
        },
      },
      ...more,
    }),
  );
const secret = (SecretId: string) => secrets.send(new GetSecretValueCommand({ SecretId }));
const arn = (id: string) => `arn:aws:secretsmanager:local:000000000000:secret:Test-${id}-Local0`;

describe('a call of a function to S3', () => {
  test('goes through where its role allows it, and is on record', async () => {
    await put(Key);
    expect(await (await get(Bucket, Key)).Body?.transformToString()).toBe('x');
    await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'releases/a/' }));
    expect(
      stack.calls.map(({ function: fn, action, resource, status }) => [fn, action, resource, status]),
    ).toEqual([
      ['function', 's3:PutObject', `arn:aws:s3:::${Bucket}/${Key}`, 200],
      ['function', 's3:GetObject', `arn:aws:s3:::${Bucket}/${Key}`, 200],
      ['function', 's3:ListBucket', `arn:aws:s3:::${Bucket}`, 200],
    ]);
    expect(stack.denied).toEqual([]);
  });

  test('is refused where its role does not allow it, with a line in the log', async () => {
    expect(await failure(put('elsewhere/a'))).toEqual(['AccessDenied', 403]);
    expect(stack.denied).toMatchObject([
      {
        function: 'function',
        action: 's3:PutObject',
        refused: expect.stringContaining('no policy allows it'),
      },
    ]);
    expect(stack.logs.at(-1)).toMatchObject({
      source: 'gateway',
      text: expect.stringContaining('function may not s3:PutObject'),
    });
  });

  test('is refused where the policy of the bucket refuses it, whatever the role allows', async () => {
    expect(await failure(put('releases/b', {}))).toEqual(['AccessDenied', 403]);
    expect(stack.denied).toMatchObject([{ refused: expect.stringContaining('refused by WriteOnce') }]);
  });

  test('is refused for a prefix that its role may not list', async () => {
    expect(await failure(s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'other/' })))).toEqual([
      'AccessDenied',
      403,
    ]);
  });

  test('is told 404 of a key that is not there if it may list, and 403 if it may not', async () => {
    expect(await failure(get(Bucket, 'releases/none'))).toEqual(['NoSuchKey', 404]);
    expect(await failure(get('test-desk', 'none'))).toEqual(['AccessDenied', 403]);
    const head = (bucket: string, key: string) =>
      failure(s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
    expect(await head(Bucket, 'releases/none')).toEqual(['NotFound', 404]);
    expect(await head('test-desk', 'none')).toEqual(expect.arrayContaining([403]));
    expect(await s3.send(new DeleteObjectCommand({ Bucket: 'test-desk', Key: 'none' }))).toMatchObject({
      $metadata: { httpStatusCode: 204 },
    });
  });

  test('in another name than that of a function of this stack is refused', async () => {
    const stranger = new S3Client({
      endpoint: stack.client.endpoint,
      region: 'local',
      credentials: { accessKeyId: 'AKIAX', secretAccessKey: 'x' },
    });
    expect(await failure(stranger.send(new GetObjectCommand({ Bucket, Key })))).toEqual([
      'InvalidClientTokenId',
      403,
    ]);
    expect((await fetch(`${stack.client.endpoint}/${Bucket}/${Key}`)).status).toBe(403);
  });

  test('of an administrator is subject to nothing', async () => {
    const admin = new S3Client(stack.client);
    await admin.send(new PutObjectCommand({ Bucket, Key: 'anywhere', Body: 'x' }));
    await admin.send(new DeleteObjectCommand({ Bucket, Key: 'anywhere' }));
    expect(stack.calls).toEqual([]);
  });
});

describe('a call of a function to SES', () => {
  test('sends a mail, which is then in the inbox and in a file', async () => {
    await mail();
    const [sent] = await stack.mails();
    expect(sent).toMatchObject({
      to: ['a@example.com'],
      from: 'Gazette <no-reply@gazette.localhost>',
      subject: 'Subject ä',
      text: 'See http://localhost/r/x',
      html: '<p>☃</p>',
    });
    expect(readdirSync(`${dataDirectory}/mail`)).toEqual(['00001.json']);
    const inbox = await (await fetch(stack.inboxUrl)).text();
    expect(inbox).toContain('<a href="http:&#x2F;&#x2F;localhost&#x2F;r&#x2F;x">');
    expect(inbox).toContain('&lt;p&gt;☃');
    expect(await (await fetch(`${stack.baseUrl}/_local/mails.json`)).json()).toMatchObject([
      { subject: 'Subject ä' },
    ]);
  });

  test('is refused for a sender that its role may not use', async () => {
    expect(await failure(mail({ FromEmailAddress: 'other@gazette.localhost' }))).toEqual([
      'AccessDeniedException',
      403,
    ]);
  });

  test('is refused for a MIME message, which is another action', async () => {
    const Data = Buffer.from('From: no-reply@gazette.localhost\r\nTo: a@example.com\r\n\r\nx');
    expect(await failure(mail({ Content: { Raw: { Data } } }))).toEqual(['AccessDeniedException', 403]);
    expect(stack.denied).toMatchObject([{ action: 'ses:SendRawEmail' }]);
  });

  test('is rejected for a sender of no identity, and for a configuration set that is not there', async () => {
    expect(await failure(mail({ FromEmailAddress: 'a@example.com' }))).toEqual(['MessageRejected', 400]);
    expect(await failure(mail({ ConfigurationSetName: 'None' }))).toEqual(['NotFoundException', 404]);
  });
});

describe('a call of a function to Secrets Manager', () => {
  test('is answered with the secret of a source, as it was given', async () => {
    expect(await secret(arn('Secret'))).toMatchObject({
      SecretString: '{"current":"whsec_local"}',
      Name: 'Test-Secret',
    });
  });

  test('is refused for another secret', async () => {
    expect(await failure(secret(arn('OtherSecret')))).toEqual(['AccessDeniedException', 400]);
  });

  test('is answered alike after a restart, for a secret that was generated', async () => {
    const admin = (running: Stack) =>
      new SecretsManagerClient(running.client).send(
        new GetSecretValueCommand({ SecretId: 'Test-OtherSecret' }),
      );
    const { SecretString } = await admin(stack);
    expect(SecretString).toMatch(/^[\w-]{20}$/);
    const again = await start();
    expect((await admin(again)).SecretString).toBe(SecretString);
    expect(await again.mails()).toHaveLength(1);
    await again.stop();
  });
});

describe('a call of a function to SQS', () => {
  test('sends to the queues that its role names, and to no other', async () => {
    const QueueUrl = environment['WORK'] ?? '';
    expect(await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))).toMatchObject({
      MessageId: expect.any(String),
    });
    expect(
      await failure(
        sqs.send(new SendMessageCommand({ QueueUrl: QueueUrl.replace('Work', 'Dead'), MessageBody: 'x' })),
      ),
    ).toEqual(['AccessDeniedException', 403]);
    await stack.idle();
  });
});

describe('a call that the local stack does not know', () => {
  test('is refused with its name', async () => {
    expect(
      await failure(s3.send(new PutObjectCommand({ Bucket, Key: 'releases/x', Body: 'x', Tagging: 'a=b' }))),
    ).toEqual(['NotImplemented', 501]);
    expect(stack.logs.at(-1)?.text).toContain('x-amz-tagging');
  });
});

describe('a fault', () => {
  test.each([
    [409, 'ConditionalRequestConflict'],
    [500, 'InternalError'],
    [503, 'SlowDown'],
  ] as const)(
    'answers %i as S3 does, as often as was asked for, and changes nothing',
    async (status, code) => {
      stack.faults.add({ operation: 'PutObject', subjectIncludes: 'fault', times: 2, answer: status });
      expect(await failure(put(`releases/fault-${status}`))).toEqual([code, status]);
      expect(await failure(put(`releases/fault-${status}`))).toEqual([code, status]);
      await put(`releases/fault-${status}`);
      expect(stack.faults.pending()).toEqual([]);
    },
  );

  test('can lose the answer of a call that was done', async () => {
    stack.faults.add({ operation: 'PutObject', answer: 500, afterwards: true });
    expect(await failure(put('releases/lost-answer'))).toEqual(['InternalError', 500]);
    expect(await failure(put('releases/lost-answer'))).toEqual(['PreconditionFailed', 412]);
  });

  test('can make a call slow', async () => {
    stack.faults.add({ operation: 'GetObject', answer: { slowMilliseconds: 120 } });
    const before = Date.now();
    await get(Bucket, Key);
    expect(Date.now() - before).toBeGreaterThanOrEqual(115);
  });

  test('can hit one function, and any service', async () => {
    stack.faults.add({ operation: 'GetSecretValue', function: 'another', answer: 503 });
    stack.faults.add({ operation: 'GetSecretValue', function: 'function', answer: 503 });
    stack.faults.add({ operation: 'SendEmail', answer: 429 });
    expect(await failure(secret(arn('Secret')))).toEqual(['ServiceUnavailable', 503]);
    await secret(arn('Secret'));
    expect(await failure(mail())).toEqual(['TooManyRequestsException', 429]);
  });
});
