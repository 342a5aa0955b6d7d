/** The mappings that a source can name. What each product sends, and how sure we are of it: docs/sources. */
export const mappingNames = [
  'bamboohr',
  'deel',
  'docusign-connect',
  'finch',
  'gusto',
  'hibob',
  'merge',
  'personio',
  'sap-successfactors',
  'workday',
] as const;

/** The name of a mapping. */
export type MappingName = (typeof mappingNames)[number];

/** Whether there is a mapping of this name. */
export const isMappingName = (name: unknown): name is MappingName =>
  mappingNames.some((known) => known === name);

/** The mappings of documents that the company itself marks as governance events, so that none is about anybody else. */
export const isMarkedByCompany = (name: MappingName): boolean => name === 'docusign-connect';

/** The mappings that can put what a lookup has answered into an event. */
export const asksAboutPeople = (name: MappingName): boolean => name === 'bamboohr';
