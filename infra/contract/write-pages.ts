import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplateNames } from '../template-names.ts';
import { actsPage } from './acts-page.ts';
import { templateNamesPage } from './template-names-page.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');

writeFileSync(join(docs, 'acts.md'), actsPage());
writeFileSync(join(docs, 'template-names.md'), templateNamesPage(readTemplateNames()));
