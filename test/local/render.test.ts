import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { copyCheckout } from '../support/checkout.ts';

const copy = copyCheckout();
const dividend = join(copy, 'examples', 'acts', 'dividend.json');
const shared = join(copy, 'templates', 'release', 'acts', 'dividend.mustache');
const original = readFileSync(shared, 'utf8');
const ownFolder = join(copy, 'templates', 'companies');

beforeEach(() => {
  rmSync(ownFolder, { recursive: true, force: true });
  writeFileSync(shared, original);
});
afterAll(() => rmSync(copy, { recursive: true }));

interface Ended {
  code: number | string;
  stdout: string;
  stderr: string;
}

const run = (script: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: copy }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

const render = (...args: string[]): Promise<Ended> => run('local/render.ts', ...args);

/** A copy of the example of a dividend with other data or another act. */
const eventWith = (changes: { data?: object; act?: object }): string => {
  const event = JSON.parse(readFileSync(dividend, 'utf8'));
  Object.assign(event.data, changes.data);
  Object.assign(event.data.acts[0], changes.act);
  const file = join(copy, 'changed.json');
  writeFileSync(file, JSON.stringify(event));
  return file;
};

const writeOwn = (path: string, text: string): void => {
  const file = join(ownFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

describe('npm run render', () => {
  it('ends well where the draft could be approved', async () => {
    const { code, stdout } = await render(eventWith({ data: { announce: undefined } }), '--format', 'wire');
    expect(stdout).toMatch(/dividend on its common stock to \$0\.20/);
    expect(code).toBe(0);
  });

  it('prints a draft that has errors, tells them, and ends with 1', async () => {
    const { code, stdout, stderr } = await render(
      eventWith({ act: { perShare: undefined } }),
      '--format',
      'wire',
    );
    expect(stdout).toMatch(/TO BE CONFIRMED/);
    expect(stderr).toMatch(/^error: To be confirmed: the dividend per share/m);
    expect(code).toBe(1);
  });

  it('names the profiles that there are', async () => {
    const { code, stderr } = await render(eventWith({ data: { company: 'acme' } }));
    expect(stderr).toMatch(
      /changed\.json: \/data\/company: there is no profile .*acme\.json\. .*halden-optics, iec-electronics\n$/,
    );
    expect(code).toBe(2);
  });

  it.each(['release/acts/dividend', 'release/acts/dividends', 'mail/ask.html'])(
    "refuses a company's own %s as the build does, by its file and without a stack",
    async (path) => {
      writeOwn(`halden-optics/${path}.mustache`, 'It pays.\n{{nope}}');
      const { code, stderr } = await render(dividend);
      expect(stderr).toMatch(new RegExp(`templates/companies/halden-optics/${path}.mustache:`));
      expect(stderr).not.toMatch(/ {4}at /);
      expect(code).toBe(2);
      const built = await run('infra/build.ts');
      expect(built.stderr).toBe(stderr);
      expect(built.code).toBe(1);
    },
  );

  it('tells the file and line of a name that a template which all share has and its view lacks', async () => {
    appendFileSync(shared, '{{nope}}\n');
    const { code, stderr } = await render(dividend);
    const line = readFileSync(shared, 'utf8').trimEnd().split('\n').length;
    expect(stderr).toMatch(
      /^The template release\/acts\/dividend uses the name nope, which its view lacks\.$/m,
    );
    expect(stderr).toMatch(new RegExp(`^templates/release/acts/dividend\\.mustache:${line}: `, 'm'));
    expect(code).toBe(2);
  });

  it("prints a company's own words", async () => {
    writeOwn('halden-optics/release/acts/dividend.mustache', '{{its}} board pays {{perShare}}.');
    expect((await render(dividend, '--format', 'wire')).stdout).toMatch(/its board pays \$0\.20\./);
  });
});
