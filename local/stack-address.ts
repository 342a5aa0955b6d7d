import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Stack } from './stack.ts';

const addressSchema = v.object({
  bucket: v.string(),
  client: v.object({
    endpoint: v.string(),
    region: v.string(),
    credentials: v.object({ accessKeyId: v.string(), secretAccessKey: v.string() }),
  }),
});

/** Where the ledger of a running stack is: its bucket, and how an SDK client reaches it. */
type StackAddress = v.InferOutput<typeof addressSchema>;

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'stack.json');

/** Leaves word of where a stack is reached while it runs, for the commands that read its ledger; nobody else may read it. */
export const writeAddress = (dataDirectory: string, { buckets, client }: Stack): void => {
  const address: StackAddress = { bucket: buckets.ledger.name, client };
  writeFileSync(fileIn(dataDirectory), JSON.stringify(address), { mode: 0o600 });
};

/** Takes that back when the stack stops. */
export const removeAddress = (dataDirectory: string): void => rmSync(fileIn(dataDirectory), { force: true });

/** Where the stack is reached that runs on this data; undefined where none runs. */
export const readAddress = (dataDirectory: string): StackAddress | undefined => {
  const file = fileIn(dataDirectory);
  if (!existsSync(file)) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), addressSchema), readFileSync(file, 'utf8'));
  return parsed.success ? parsed.output : undefined;
};
