import type { Mapping } from '../mapping.ts';
import type { MappingName } from './names.ts';

/** Loads the mapping of a name, when a delivery first needs it: nobody waits at a cold start for the others. */
export const loadMapping: Readonly<Record<MappingName, () => Promise<Mapping>>> = {
  bamboohr: async () => (await import('./bamboohr.ts')).bamboohr,
  deel: async () => (await import('./deel.ts')).deel,
  'docusign-connect': async () => (await import('./docusign-connect.ts')).docusignConnect,
  finch: async () => (await import('./finch.ts')).finch,
  gusto: async () => (await import('./gusto.ts')).gusto,
  hibob: async () => (await import('./hibob.ts')).hibob,
  merge: async () => (await import('./merge.ts')).merge,
  personio: async () => (await import('./personio.ts')).personio,
  'sap-successfactors': async () => (await import('./sap-successfactors.ts')).sapSuccessfactors,
  workday: async () => (await import('./workday.ts')).workday,
};
