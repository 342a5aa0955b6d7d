import { type Published, publishedSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readRequiredFact } from './ledger.ts';

/** Reads the manifest of what was published of a release; undefined where nothing has been. */
export const readPublished = async (
  ledger: Pick<Ledger, 'get'>,
  { release, published }: Pick<ReleaseKeys, 'release' | 'published'>,
): Promise<Published | undefined> =>
  published ? readRequiredFact(ledger, keys.published(release), publishedSchema) : undefined;
