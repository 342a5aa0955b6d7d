import {
  type DeleteMarkerEntry,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3';
import { sha256Of } from '../functions/domain/digest.ts';
import type { EvidenceFile } from '../functions/domain/evidence/evidence-file.ts';
import { type Flaw, flawIf } from '../functions/domain/evidence/said.ts';
import type { Finding } from '../functions/domain/evidence/verify-evidence.ts';
import { keys } from '../functions/domain/keys.ts';
import type { OpenLedger } from './evidence-ledger.ts';

/** What S3 itself has of a key. */
export interface Stored {
  /** When each of its versions was written, by the clock of S3, the first one first; a delete marker is a version too. */
  writtenAt: Date[];
  isDeleted: boolean;
  /** Of its bytes; undefined where there are none. */
  sha256: string | undefined;
}

/** Clocks differ, and S3 tells whole seconds. */
const skewMilliseconds = 60_000;

/** S3 tells whole seconds in some answers, and the stack on this machine does not. */
const wholeSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** What is wrong with a file of evidence where S3 has something else, and how many facts have come since it was made. */
export const compareWithLedger = (
  file: EvidenceFile,
  stored: ReadonlyMap<string, Stored>,
): { findings: Finding[]; since: number } => {
  const known = new Set(file.facts.map(({ key }) => key));
  const others = [...stored].filter(([key]) => !known.has(key));
  const isEarlier = ({ writtenAt: [first] }: Stored): boolean =>
    first !== undefined && first.getTime() + skewMilliseconds < Date.parse(file.madeAt);
  const leftOut = others.filter(([, other]) => isEarlier(other));
  const isOtherwise = (key: string, storedAt: string): boolean => {
    const [first] = stored.get(key)?.writtenAt ?? [];
    return first !== undefined && wholeSeconds(first) !== wholeSeconds(new Date(storedAt));
  };
  const findings: Finding[] = [
    {
      claim: 'The ledger has every fact of the file, the same to the byte.',
      flaws: file.facts.flatMap(({ key, sha256: digest }) =>
        flawIf(stored.get(key)?.sha256 !== digest, 'The ledger has something else, or nothing.', key),
      ),
    },
    {
      claim: 'S3 took every fact when the file says that it did.',
      flaws: file.facts.flatMap(({ key, storedAt }) =>
        flawIf(isOtherwise(key, storedAt), 'S3 says another time than the file.', key),
      ),
    },
    {
      claim: 'The file has every fact that the ledger had when it was made.',
      flaws: leftOut.map(([key]): Flaw => ({ what: 'The file leaves it out.', key })),
    },
    {
      claim: 'Every fact was written once, and never deleted.',
      flaws: [...stored].flatMap(([key, { writtenAt, isDeleted }]) => [
        ...flawIf(writtenAt.length > 1, `It has ${writtenAt.length} versions.`, key),
        ...flawIf(isDeleted, 'It was deleted.', key),
      ]),
    },
  ];
  return { findings, since: others.length - leftOut.length };
};

/** Every version and delete marker below a prefix, 1,000 a call. */
const listVersions = async ({ s3, bucket }: OpenLedger, prefix: string) => {
  const found: { key: string; at: Date; isDeletion: boolean }[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await s3.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: prefix,
        ...(page !== undefined && {
          KeyMarker: page.NextKeyMarker,
          VersionIdMarker: page.NextVersionIdMarker,
        }),
      }),
    );
    const add = (isDeletion: boolean, entries: readonly DeleteMarkerEntry[] = []): void => {
      for (const { Key, LastModified } of entries)
        if (Key !== undefined && LastModified !== undefined)
          found.push({ key: Key, at: LastModified, isDeletion });
    };
    add(false, page.Versions);
    add(true, page.DeleteMarkers);
  } while (page.IsTruncated === true);
  return found;
};

/** Reads from S3 what it has of a release: every version, and the bytes of the newest. */
export const readStored = async (open: OpenLedger, release: string): Promise<Map<string, Stored>> => {
  const versions = Map.groupBy(await listVersions(open, keys.release(release)), ({ key }) => key);
  const stored = new Map<string, Stored>();
  const waiting = versions.entries();
  const worker = async (): Promise<void> => {
    for (const [key, all] of waiting) {
      const bytes = await open.bytesOf(key);
      stored.set(key, {
        writtenAt: all.map(({ at }) => at).toSorted((a, b) => a.getTime() - b.getTime()),
        isDeleted: all.some(({ isDeletion }) => isDeletion),
        sha256: bytes === undefined ? undefined : sha256Of(bytes),
      });
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return stored;
};
