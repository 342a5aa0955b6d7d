import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import * as v from 'valibot';
import { UsageError } from './event-files.ts';

/** The part of an answer of HTTP that says when it was made (RFC 9110, 6.6.1), in whole seconds. */
const datedSchema = v.object({
  headers: v.object({
    date: v.pipe(
      v.string(),
      v.transform((text) => new Date(text)),
      v.date(),
    ),
  }),
});

/**
 * What time it is by the clock of S3, in whole seconds and never ahead of it: the machine that a command runs on may be
 * minutes off. Throws UsageError where S3 does not say.
 */
export const storeTime = async (s3: S3Client, bucket: string): Promise<Date> => {
  const command = new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 1 });
  let answered: unknown;
  command.middlewareStack.add(
    (next) => async (request) => {
      const result = await next(request);
      answered = result.response;
      return result;
    },
    { step: 'deserialize' },
  );
  await s3.send(command);
  const dated = v.safeParse(datedSchema, answered);
  if (dated.success) return dated.output.headers.date;
  throw new UsageError(
    'S3 does not say what time it is, and the clock of this machine may be wrong. Nothing was changed.',
  );
};
