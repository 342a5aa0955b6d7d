import type { Mapping } from '../../functions/sources/mapping.ts';
import { loadMapping } from '../../functions/sources/mappings/load.ts';
import type { MappingName } from '../../functions/sources/mappings/names.ts';

/** All mappings by name. */
export const mappings: Readonly<Record<MappingName, Mapping>> = {
  bamboohr: await loadMapping.bamboohr(),
  deel: await loadMapping.deel(),
  'docusign-connect': await loadMapping['docusign-connect'](),
  finch: await loadMapping.finch(),
  gusto: await loadMapping.gusto(),
  hibob: await loadMapping.hibob(),
  merge: await loadMapping.merge(),
  personio: await loadMapping.personio(),
  'sap-successfactors': await loadMapping['sap-successfactors'](),
  workday: await loadMapping.workday(),
};
