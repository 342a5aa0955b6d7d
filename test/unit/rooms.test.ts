import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verbs } from '../../infra/verbs.ts';

const root = join(import.meta.dirname, '..', '..');

/** Every file of functions/ by its path, such as `domain/tally.ts`. */
const files = globSync('**/*.ts', { cwd: join(root, 'functions') })
  .sort()
  .map((path) => ({ path, code: readFileSync(join(root, 'functions', path), 'utf8') }));

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const isVerb = (room: string): boolean => verbs.some((verb) => verb === room);
const isIndex = (path: string): boolean => isVerb(roomOf(path)) && path.endsWith('/index.ts');

/** What a file imports: packages by name, our own files by their path below functions/. */
const importsOf = ({ path, code }: { path: string; code: string }): string[] =>
  [...code.matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
  );

/** The imports of some files that are not allowed, as `file -> import`. */
const forbidden = (inRoom: (path: string) => boolean, allowed: (target: string) => boolean): string[] =>
  files
    .filter(({ path }) => inRoom(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(target))
        .map((target) => `${file.path} -> ${target}`),
    );

const filesWith = (pattern: RegExp, inRoom: (path: string) => boolean): string[] =>
  files.filter(({ path, code }) => inRoom(path) && pattern.test(code)).map(({ path }) => path);

describe('rooms', () => {
  test('the domain knows the domain, valibot, mustache, diff and digests, and nothing else', () => {
    const packages = ['valibot', 'mustache', 'diff', 'node:crypto'];
    expect(
      forbidden(
        (path) => roomOf(path) === 'domain',
        (target) => packages.includes(target) || roomOf(target) === 'domain',
      ),
    ).toEqual([]);
  });

  test('the domain has no clock and no chance of its own', () => {
    expect(
      filesWith(
        /new Date\(\)|Date\.now|Math\.random|import [^;]*random\w*[^;]*'node:crypto'/,
        (path) => roomOf(path) === 'domain',
      ),
    ).toEqual([]);
  });

  test('ports know the domain and other ports', () => {
    expect(
      forbidden(
        (path) => roomOf(path) === 'ports',
        (target) => target === 'valibot' || ['domain', 'ports', 'sources'].includes(roomOf(target)),
      ),
    ).toEqual([]);
  });

  test('only adapters, and the files that bind them, know the SDK of AWS', () => {
    expect(
      forbidden(
        (path) => roomOf(path) !== 'adapters' && !isIndex(path),
        (target) => !target.startsWith('@aws-sdk/') && !target.startsWith('@smithy/'),
      ),
    ).toEqual([]);
  });

  test('only the files that bind a function know an adapter', () => {
    expect(
      forbidden(
        (path) => isVerb(roomOf(path)) && !isIndex(path),
        (target) => roomOf(target) !== 'adapters',
      ),
    ).toEqual([]);
  });

  test('only the file that binds a function reads its environment', () => {
    expect(filesWith(/process\.env/, (path) => !isIndex(path))).toEqual([]);
  });

  test('no function knows another, and none knows what builds, runs or tests it', () => {
    expect(
      forbidden(
        () => true,
        (target) => !target.startsWith('..'),
      ),
    ).toEqual([]);
    const strangers = verbs.flatMap((verb) =>
      forbidden(
        (path) => roomOf(path) === verb,
        (target) => !isVerb(roomOf(target)) || roomOf(target) === verb,
      ),
    );
    expect(strangers).toEqual([]);
  });
});
