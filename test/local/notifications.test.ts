import { describe, expect, test } from 'vitest';
import { createFaults } from '../../local/faults.ts';
import { createNotifier } from '../../local/s3/notifications.ts';
import { loadTemplate } from '../../local/template/template.ts';
import { world, writeAssembly } from './assembly.ts';

const rule = (Queue: string, prefix: string, suffix: string) => ({
  Event: 's3:ObjectCreated:*',
  Queue,
  Filter: {
    S3Key: {
      Rules: [
        { Name: 'prefix', Value: prefix },
        { Name: 'suffix', Value: suffix },
      ],
    },
  },
});

const start = () => {
  const configurations = [
    rule('draft', 'releases/', '.event.json'),
    rule('publish', 'releases/', '/outcome.json'),
    { Event: 's3:ObjectCreated:Put', Queue: 'all' },
  ];
  const bucket = {
    Type: 'AWS::S3::Bucket',
    Properties: { NotificationConfiguration: { QueueConfigurations: configurations } },
  };
  const { resources } = loadTemplate(writeAssembly({ Resources: { Bucket: bucket } }), 'Test', world);
  const sent: [string, string][] = [];
  const faults = createFaults();
  const notify = createNotifier({
    buckets: resources('AWS::S3::Bucket'),
    region: 'local',
    faults,
    send: async (queue, body) => void sent.push([queue, body]),
  });
  const put = (key: string) =>
    notify('test-bucket', { key, size: 7, etag: '"abc"', lastModified: new Date(), headers: {} });
  return { put, faults, sent, queues: () => sent.splice(0).map(([queue]) => queue) };
};

describe('S3 tells queues of new objects', () => {
  test.each([
    ['releases/a/events/hr~1.event.json', ['draft', 'all']],
    ['releases/a/drafts/0001/outcome.json', ['publish', 'all']],
    ['releases/a/drafts/0001/draft.json', ['all']],
    ['other/a.event.json', ['all']],
    ['releases/outcome.json.event.json.txt', ['all']],
  ])('whose filter its key fits: %s', async (key, expected) => {
    const { put, queues } = start();
    await put(key);
    expect(queues()).toEqual(expected);
  });

  test('in an event as of S3, with the key encoded as in a form', async () => {
    const { put, sent } = start();
    await put('a b/hr~1+(ä).json');
    expect(JSON.parse(sent[0]?.[1] ?? '')).toMatchObject({
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'local',
          eventTime: expect.stringMatching(/^\d{4}-.*Z$/),
          eventName: 'ObjectCreated:Put',
          s3: {
            bucket: { name: 'test-bucket', arn: 'arn:aws:s3:::test-bucket' },
            object: {
              key: 'a+b/hr%7E1%2B%28%C3%A4%29.json',
              size: 7,
              eTag: 'abc',
              sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
            },
          },
        },
      ],
    });
  });

  test('unless a fault makes it lose an event, or send one twice', async () => {
    const { put, faults, queues } = start();
    faults.add({ operation: 'PutObject', subjectIncludes: 'lost', answer: 'lose-notification' });
    faults.add({ operation: 'PutObject', answer: 'repeat-notification' });
    await put('lost');
    expect(queues()).toEqual([]);
    await put('lost');
    expect(queues()).toEqual(['all', 'all']);
    await put('lost');
    expect(queues()).toEqual(['all']);
  });
});
