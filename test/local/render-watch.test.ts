import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../local/approve.ts';
import { copyCheckout } from '../support/checkout.ts';

const root = join(import.meta.dirname, '..', '..');
const copy = copyCheckout();
const template = join(copy, 'templates', 'release', 'acts', 'dividend.mustache');
const profile = join(copy, 'config', 'companies', 'halden-optics.json');
const event = join(copy, 'dividend.json');

let watching: ChildProcess;
let printed = '';

/** Waits until words are printed that were not there before. */
const next = async (words: RegExp, change: () => void = () => undefined): Promise<void> => {
  const before = printed.length;
  change();
  await waitFor(`${words} in ${printed}`, () => (words.test(printed.slice(before)) ? true : undefined));
  await waitFor('the end of it', () => (printed.endsWith('to stop.\n\n') ? true : undefined));
};

beforeAll(() => {
  cpSync(join(root, 'examples', 'acts', 'dividend.json'), event);
  watching = spawn(process.execPath, [join(copy, 'local', 'render.ts'), '--watch', event], { cwd: copy });
  for (const stream of [watching.stdout, watching.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
});

afterAll(() => {
  watching.kill('SIGKILL');
  rmSync(copy, { recursive: true });
});

describe('npm run render -- --watch', () => {
  it('prints the draft at first', () => next(/dividend.*Waiting for changes/s));

  it('prints it again when a template changes', () =>
    next(/It rained\./, () => appendFileSync(template, 'It rained.\n')));

  it('tells what is wrong in a template, and goes on', () =>
    next(/uses the name nothing, which its view lacks/, () => appendFileSync(template, '{{nothing}}\n')));

  it('prints it again when the template is mended', () =>
    next(/It snowed\./, () => {
      cpSync(join(root, 'templates', 'release', 'acts', 'dividend.mustache'), template);
      appendFileSync(template, 'It snowed.\n');
    }));

  it('tells what is wrong in a profile, and goes on', () =>
    next(/config\/companies\/halden-optics\.json: is not JSON/, () => writeFileSync(profile, '{')));

  it('tells what is wrong in an event, when the profile is mended', () =>
    next(/dividend\.json: \/specversion: is missing/, () => {
      cpSync(join(root, 'config', 'companies', 'halden-optics.json'), profile);
      writeFileSync(event, '{}');
    }));

  it('ends when it is interrupted', async () => {
    watching.kill('SIGINT');
    await waitFor('its end', () => watching.signalCode ?? watching.exitCode ?? undefined);
    expect(watching.signalCode).toBe('SIGINT');
  });

  it('ends when whatever started it does, as the shell of npm that passes no signal on', async () => {
    const command = `"${process.execPath}" local/render.ts --watch dividend.json; true`;
    const shell = spawn('sh', ['-c', command], { cwd: copy });
    let [told, isClosed] = ['', false];
    shell.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
    });
    // Its output is closed when nobody holds it any more, the shell's child included.
    shell.once('close', () => {
      isClosed = true;
    });
    shell.stdout.resume();
    await waitFor('its start', () => (told.includes('Waiting for changes') ? true : undefined));
    shell.kill('SIGTERM');
    await waitFor('the end of both', () => (isClosed ? true : undefined));
    expect(shell.signalCode).toBe('SIGTERM');
  });
});
