import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postEvent } from '../../local/post-event.ts';
import { developmentSecrets, runLocal } from '../../local/run.ts';
import { readExamples } from '../support/examples.ts';
import { listTree } from '../support/list-tree.ts';

const posts = 200;

/** How long concurrent posts wait for their answers, and what became of their events. */
export interface Load {
  posts: number;
  accepted: number;
  recorded: number;
  p50Ms: number;
  p99Ms: number;
}

const percentile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
};

/** On the embedded stack, warm: 200 events at once, each with an id of its own, and the ledger counted afterwards. */
export const measureLoad = async (): Promise<Load> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gazette-load-'));
  const stack = await runLocal({ dataDirectory, port: 0, settleSeconds: 60 });
  const [event] = readExamples('iec-2002');
  const secret = developmentSecrets()['hr'] ?? '';
  const post = async (subject: string, id: string): Promise<{ status: number; ms: number }> => {
    const bytes = Buffer.from(JSON.stringify({ ...event, id, subject }));
    const start = performance.now();
    const { status } = await postEvent(stack.baseUrl, { source: 'hr', secret, id, bytes });
    return { status, ms: performance.now() - start };
  };
  const burst = (subject: string) =>
    Promise.all(Array.from({ length: posts }, (_, index) => post(subject, `${subject}-${index}`)));
  try {
    await burst('warm-up');
    const answers = await burst('load');
    const kept = listTree(stack.buckets.ledger.directory).filter((key) =>
      /\.load\/events\/.*\.event\.json$/.test(key),
    );
    const times = answers.map(({ ms }) => ms);
    return {
      posts,
      accepted: answers.filter(({ status }) => status === 202).length,
      recorded: kept.length,
      p50Ms: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
    };
  } finally {
    await stack.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
};
