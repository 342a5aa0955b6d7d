import { readTemplates } from '../../infra/templates.ts';

/** The templates of the repository, by the names that the build gives them. */
export const templates = await readTemplates();
