import { appendFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '../../local/approve.ts';
import { onChange } from '../../local/watch.ts';

let directory: string;
let templates: string;
let template: string;
let event: string;
let changes: number;
let stop: () => void;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gazette-changes-'));
  templates = join(directory, 'templates');
  template = join(templates, 'release', 'acts', 'dividend.mustache');
  event = join(directory, 'dividend.json');
  mkdirSync(join(templates, 'release', 'acts'), { recursive: true });
  writeFileSync(template, 'one');
  writeFileSync(event, '{}');
  changes = 0;
  stop = onChange({ folders: [templates], files: [event] }, () => {
    changes += 1;
  });
});

afterEach(() => {
  stop();
  rmSync(directory, { recursive: true, force: true });
});

const isSeen = async (change: () => void): Promise<void> => {
  const before = changes;
  change();
  await waitFor('the change to be seen', () => (changes > before ? true : undefined));
  // What changes together is told once; the next change is another one.
  await wait(250);
};

/** As editors and `git checkout` do: a new file takes the place of the one that was there. */
const replace = (path: string, text: string): void => {
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
};

describe('a change is seen', () => {
  it('when a file is written in place, however often', async () => {
    await isSeen(() => writeFileSync(template, 'two'));
    await isSeen(() => appendFileSync(template, 'three'));
  });

  it('when a file is written in place after another has taken its place', async () => {
    await isSeen(() => replace(template, 'two'));
    await isSeen(() => writeFileSync(template, 'three'));
    await isSeen(() => replace(template, 'four'));
    await isSeen(() => appendFileSync(template, 'five'));
  });

  it('in a folder that was not there at first', async () => {
    const own = join(templates, 'companies', 'halden-optics', 'release', 'acts');
    await isSeen(() => mkdirSync(own, { recursive: true }));
    await isSeen(() => cpSync(template, join(own, 'dividend.mustache')));
    await isSeen(() => appendFileSync(join(own, 'dividend.mustache'), 'own'));
    await isSeen(() => rmSync(join(templates, 'companies'), { recursive: true }));
  });

  it('in a folder that was taken away and put back', async () => {
    await isSeen(() => rmSync(join(templates, 'release'), { recursive: true }));
    await isSeen(() => mkdirSync(join(templates, 'release', 'acts'), { recursive: true }));
    await isSeen(() => writeFileSync(template, 'again'));
    await isSeen(() => appendFileSync(template, 'and again'));
  });

  it('in a file that was named, and not in the others of its folder', async () => {
    await isSeen(() => replace(event, '{"a":1}'));
    await isSeen(() => writeFileSync(event, '{"a":2}'));
    const before = changes;
    writeFileSync(join(directory, 'other.json'), '{}');
    await wait(400);
    expect(changes).toBe(before);
  });
});
