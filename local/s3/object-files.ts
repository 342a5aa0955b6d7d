import { createHash, randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { ServiceError } from '../service-error.ts';
import { pathOfKey, segmentOfName } from './file-names.ts';

/** What is known of an object without its bytes; `headers` are those that a GET answers with, by lower-case name. */
export interface ObjectFacts {
  key: string;
  size: number;
  etag: string;
  lastModified: Date;
  headers: Readonly<Record<string, string>>;
}

/** The objects of one bucket, each an ordinary file; every call is one synchronous turn, so that none sees another half done. */
export interface ObjectFiles {
  directory: string;
  /** Undefined if `onlyIfAbsent` and the key is taken. */
  put(
    key: string,
    body: Buffer,
    headers: Record<string, string>,
    onlyIfAbsent: boolean,
  ): ObjectFacts | undefined;
  facts(key: string): ObjectFacts | undefined;
  read(key: string): Buffer;
  remove(key: string): void;
  /** The keys that start with `prefix`, in the order of their UTF-8 bytes. */
  keys(prefix: string): string[];
}

const metaSchema = v.object({ etag: v.string(), headers: v.record(v.string(), v.string()) });

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** Opens, or makes, a bucket: objects under `directory`, what S3 knows beside their bytes under `metaDirectory`. */
export const openObjectFiles = (directory: string, metaDirectory: string): ObjectFiles => {
  mkdirSync(directory, { recursive: true });
  mkdirSync(metaDirectory, { recursive: true });
  const fileOf = (key: string) => join(directory, pathOfKey(key));
  // No object's file name holds `%.`, so that neither these files nor staged ones can be taken for a folder of keys.
  const metaOf = (key: string) => join(metaDirectory, `${pathOfKey(key)}%.json`);

  /** A whole file under a name of its own, from where it can be moved into place at once. */
  const stage = (content: string | Buffer): string => {
    const staged = join(metaDirectory, `%.${randomUUID()}`);
    writeFileSync(staged, content);
    return staged;
  };

  const factsOfFile = (key: string): ObjectFacts | undefined => {
    const stat = statSync(fileOf(key), { throwIfNoEntry: false });
    if (!stat?.isFile()) return undefined;
    const known = { key, size: stat.size, lastModified: stat.mtime };
    try {
      return { ...known, ...v.parse(metaSchema, JSON.parse(readFileSync(metaOf(key), 'utf8'))) };
    } catch {
      // Only a crash between the object and its metadata, or a hand, leaves a file without them; the bytes are what counts.
      return { ...known, etag: etagOf(readFileSync(fileOf(key))), headers: {} };
    }
  };

  const facts = (key: string) => {
    try {
      return factsOfFile(key);
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  };

  const removeEmptyFolders = (folder: string, root: string): void => {
    if (folder === root || readdirSync(folder).length > 0) return;
    rmdirSync(folder);
    removeEmptyFolders(dirname(folder), root);
  };

  const walk = (folder: string, segments: readonly string[], prefix: string, found: string[]): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const segment = segmentOfName(entry.name);
      if (segment === undefined) continue;
      const key = [...segments, segment].join('/');
      if (entry.isFile() && key.startsWith(prefix)) found.push(key);
      const inside = `${key}/`;
      if (entry.isDirectory() && (inside.startsWith(prefix) || prefix.startsWith(inside)))
        walk(join(folder, entry.name), [...segments, segment], prefix, found);
    }
  };

  return {
    directory,
    facts,
    read: (key) => readFileSync(fileOf(key)),
    put: (key, body, headers, onlyIfAbsent) => {
      const [file, meta] = [fileOf(key), metaOf(key)];
      const staged = stage(body);
      try {
        mkdirSync(dirname(file), { recursive: true });
        mkdirSync(dirname(meta), { recursive: true });
        // link(2) refuses a name that is taken, whoever took it: the one step on which a race is decided.
        if (onlyIfAbsent) linkSync(staged, file);
        else renameSync(staged, file);
      } catch (error) {
        const code = codeOf(error);
        const taken = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
        if (code === 'EEXIST' && onlyIfAbsent && taken) return undefined;
        if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR')
          throw new ServiceError(
            501,
            'NotImplemented',
            'The local S3 keeps objects as files: no key can be the folder of another',
          );
        throw error;
      } finally {
        rmSync(staged, { force: true });
      }
      renameSync(stage(JSON.stringify({ etag: etagOf(body), headers })), meta);
      return facts(key);
    },
    remove: (key) => {
      if (facts(key) === undefined) return;
      for (const [file, root] of [
        [metaOf(key), metaDirectory],
        [fileOf(key), directory],
      ] as const) {
        rmSync(file, { force: true });
        removeEmptyFolders(dirname(file), root);
      }
    },
    keys: (prefix) => {
      const found: string[] = [];
      walk(directory, [], prefix, found);
      const keys = found.map((key) => ({ key, bytes: Buffer.from(key) }));
      return keys.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ key }) => key);
    },
  };
};
