import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

const metadata = v.record(v.string(), v.array(v.object({ type: v.string(), data: v.optional(v.unknown()) })));

const kinds = ['Resource', 'Default', 'Bucket', 'Function', 'Queue'];

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

const ownSegment = (path: string): string =>
  path.split('/').findLast((segment) => !kinds.includes(segment)) ?? path;

/**
 * What people call the resources of a stack, by logical id: the last part of a construct's path that is not just its kind,
 * as `receive` for `Intake/Receive/Function`. Where CDK left no paths, the logical id without its hash.
 */
export const readNames = (metadataFile: string): ((logicalId: string) => string) => {
  const entries = existsSync(metadataFile)
    ? v.parse(metadata, JSON.parse(readFileSync(metadataFile, 'utf8')))
    : {};
  const paths = new Map<unknown, string>();
  for (const [path, facts] of Object.entries(entries))
    for (const { type, data } of facts) if (type === 'aws:cdk:logicalId') paths.set(data, path);
  return (logicalId) => kebab(ownSegment(paths.get(logicalId) ?? logicalId.replace(/[0-9A-F]{8}$/, '')));
};
