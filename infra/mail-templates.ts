import { readFileSync } from 'node:fs';
import { ConfigError } from './config.ts';

/**
 * The HTML of a mail from its MJML, with the mustache tags in it left for when it is sent. Its parts are what it includes
 * from beside it; nothing is fetched. Throws ConfigError where MJML does not know something in it.
 */
export const compileMail = async (path: string, name: string): Promise<string> => {
  // Loaded for a mail alone: it takes longer to load than all mails take to compile.
  const { default: mjml } = await import('mjml');
  const options = { filePath: path, ignoreIncludes: false, validationLevel: 'soft', fonts: {} } as const;
  const { html, errors } = await mjml(readFileSync(path, 'utf8'), options);
  if (errors.length > 0)
    throw new ConfigError(errors.map(({ line, message }) => `${name}, line ${line}: ${message}`));
  return `${html
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim()}\n`;
};
