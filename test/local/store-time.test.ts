import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openObjectFiles } from '../../local/s3/object-files.ts';
import { createS3 } from '../../local/s3/s3.ts';
import { storeTime } from '../../local/store-time.ts';
import { type Listener, listen } from '../../local/wire.ts';
import { temporary } from './assembly.ts';

let listener: Listener | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await listener?.close();
});

/** What the time is by an S3 whose answers have this header, or the one of the server that runs it. */
const timeBy = async (header: Record<string, string> = {}): Promise<Date> => {
  const files = openObjectFiles(join(temporary(), 'ledger'), join(temporary(), 'ledger'));
  const s3 = createS3({ buckets: new Map([['ledger', files]]) });
  listener = await listen(async (request) => {
    const answer = await s3(request);
    return { ...answer, headers: { ...answer.headers, ...header } };
  });
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'local',
    credentials: { accessKeyId: 'anyone', secretAccessKey: 'unchecked' },
  });
  return storeTime(client, 'ledger');
};

describe('what time it is by S3', () => {
  it('is what its answers say, however wrong the clock of this machine is', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2002-06-06T14:45:00.000Z') });
    expect(await timeBy({ date: 'Thu, 06 Jun 2002 15:00:00 GMT' })).toEqual(
      new Date('2002-06-06T15:00:00.000Z'),
    );
  });

  it('is told by the S3 of npm start too', async () => {
    const before = Date.now();
    const time = (await timeBy()).getTime();
    expect(time).toBeGreaterThan(before - 2000);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('is not guessed where they do not say', async () => {
    await expect(timeBy({ date: 'soon' })).rejects.toThrow('S3 does not say what time it is');
  });
});
