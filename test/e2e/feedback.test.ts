import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailFateSchema } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { mailIds } from '../../functions/domain/mail-ids.ts';
import { openUntil, parseOpenKey } from '../../functions/domain/open-marker.ts';
import { buildFunctions } from '../../infra/build.ts';
import { readConfig } from '../../infra/config.ts';
import { synthesize } from '../../infra/synth.ts';
import { readExamples } from '../support/examples.ts';
import { listTree } from '../support/list-tree.ts';
import { eventOf, type RunningStack, runStack, stagedForAll } from '../support/running-stack.ts';

const [, interim] = readExamples('halden-2026');
if (interim === undefined) throw new Error('no examples');
const release = 'halden-optics.unreached';
const lost = 'ana-delgado';

/** The profiles of config/, but for one approver, whose mail the simulator of SES sends back. */
const configuration = () => {
  const { companies, ...rest } = readConfig();
  return {
    ...rest,
    companies: companies.map((company) => ({
      ...company,
      approvers: company.approvers.map((approver) =>
        approver.id === lost ? { ...approver, email: 'bounce+ana@simulator.amazonses.com' } : approver,
      ),
    })),
  };
};

const directory = mkdtempSync(join(tmpdir(), 'gazette-feedback-'));
let stack: RunningStack;
beforeAll(async () => {
  const config = configuration();
  const distDirectory = join(directory, 'dist');
  await buildFunctions({ distDirectory, config });
  const outdir = join(directory, 'cdk.out');
  const { assemblyDirectory } = synthesize('local', { validate: false, outdir, distDirectory, config });
  stack = await runStack(0.3, { ...stagedForAll(), assemblyDirectory });
  await stack.post(eventOf(interim, 'unreached'));
  await stack.idle();
}, 120_000);
afterAll(async () => {
  await stack.stop();
  rmSync(directory, { recursive: true });
});

describe('an approver whose mail comes back', () => {
  const ask = mailIds.of('ask', 1, lost);

  it('has a fact beside the mail that says so, by the id that SES gave it', () => {
    const { messageId, ...fact } = stack.fact(keys.mailFate(release, ask, 'bounced'), mailFateSchema);
    expect(fact).toMatchObject({ fate: 'bounced', kind: 'Permanent/General' });
    expect(stack.text(keys.sent(release, ask))).toContain(messageId);
  });

  it('makes the release due at once, and sweep warns the owner and whoever runs Gazette', async () => {
    const marked = listTree(stack.buckets.desk.directory).filter((key) => key <= openUntil(new Date()));
    expect(marked.map(parseOpenKey)).toContainEqual(expect.objectContaining({ release, draft: 1 }));
    await stack.fire('five-minutes');
    const warned = stack.keys(`releases/${release}/mail/at-risk-0001`);
    expect(warned.filter((key) => key.includes('unreachable') && key.endsWith('.mail.json'))).toHaveLength(2);
  });

  it('rings the alarm by one line of a log that names nobody', () => {
    const told = stack.logs.filter(({ text }) => text.includes('APPROVER_UNREACHABLE'));
    expect(told.map(({ text }) => /"kind":"(\w+)","fate":"(\w+)"/.exec(text)?.slice(1))).toEqual([
      ['ask', 'bounced'],
    ]);
    const logged = stack.logs.filter(({ from }) => from === 'function').map(({ text }) => text);
    expect(logged.join('\n')).not.toMatch(/@|Delgado|ana-/);
  });

  it('leaves nothing undone, and no call was refused', async () => {
    await stack.idle();
    const dead = Object.entries(await stack.queueDepths()).filter(([name]) => name.includes('dead'));
    expect(dead.map(([, { visible }]) => visible)).toEqual(dead.map(() => 0));
    expect(stack.denied).toEqual([]);
  });
});
