import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../local/approve.ts';
import { postEvent } from '../../local/post-event.ts';
import { developmentSecrets, runLocal } from '../../local/run.ts';
import { readExamples } from '../support/examples.ts';
import { median } from './measure.ts';

const settleSeconds = 1;

/** On the embedded stack: milliseconds from POST to 202, and from POST to the first mail in the inbox less the settle time. */
export const measureStack = async (): Promise<{ coldAnswerMs: number; answerMs: number; mailMs: number }> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gazette-bench-'));
  const stack = await runLocal({ dataDirectory, port: 0, settleSeconds });
  const [event] = readExamples('iec-2002');
  const secret = developmentSecrets()['hr'] ?? '';
  try {
    const post = async (run: number): Promise<{ answer: number; mail: number }> => {
      const subject = `bench-${run}`;
      const before = (await stack.mails()).length;
      const bytes = Buffer.from(JSON.stringify({ ...event, id: subject, subject }));
      const start = performance.now();
      await postEvent(stack.baseUrl, { source: 'hr', secret, id: subject, bytes });
      const answer = performance.now() - start;
      await waitFor('a mail', async () => ((await stack.mails()).length > before ? true : undefined));
      const mail = performance.now() - start - settleSeconds * 1000;
      await stack.idle();
      return { answer, mail };
    };
    const { answer: coldAnswerMs } = await post(0);
    const runs = [];
    for (let run = 1; run <= 9; run += 1) runs.push(await post(run));
    return {
      coldAnswerMs,
      answerMs: median(runs.map(({ answer }) => answer)),
      mailMs: median(runs.map(({ mail }) => mail)),
    };
  } finally {
    await stack.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
};
