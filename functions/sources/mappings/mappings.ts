import type { Mapping } from '../mapping.ts';
import { bamboohr } from './bamboohr.ts';
import { deel } from './deel.ts';
import { docusignConnect } from './docusign-connect.ts';
import { finch } from './finch.ts';
import { gusto } from './gusto.ts';
import { hibob } from './hibob.ts';
import { merge } from './merge.ts';
import { personio } from './personio.ts';
import { sapSuccessfactors } from './sap-successfactors.ts';
import { workday } from './workday.ts';

/** The mappings that a source can name. What each product sends, and how sure we are of it: docs/sources. */
export const mappings = {
  bamboohr,
  deel,
  'docusign-connect': docusignConnect,
  finch,
  gusto,
  hibob,
  merge,
  personio,
  'sap-successfactors': sapSuccessfactors,
  workday,
} satisfies Record<string, Mapping>;

/** The name of a mapping. */
export type MappingName = keyof typeof mappings;

/** Whether there is a mapping of this name. */
export const isMappingName = (name: unknown): name is MappingName =>
  typeof name === 'string' && Object.hasOwn(mappings, name);
