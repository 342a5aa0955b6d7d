import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from './config.ts';

/** A mail's MJML with all that it includes. */
const sourceOf = (path: string): string =>
  readFileSync(path, 'utf8').replaceAll(/<mj-include path="([^"]+)" \/>/g, (_, part: string) =>
    sourceOf(join(dirname(path), part)),
  );

const tagsIn = (text: string): string[] => text.match(/\{\{[#^/][^}]+\}\}/g) ?? [];

/** The tags that begin or end a section and stand where MJML drops them, which is wherever no text may stand. */
const droppedTags = (source: string, html: string): string[] => {
  const kept = Map.groupBy(tagsIn(html), (tag) => tag);
  return [...Map.groupBy(tagsIn(source), (tag) => tag)]
    .filter(([tag, found]) => found.length > (kept.get(tag)?.length ?? 0))
    .map(([tag]) => tag);
};

/**
 * The HTML of a mail from its MJML, with the mustache tags in it left for when it is sent. Its parts are what it includes
 * from beside it; nothing is fetched. Throws ConfigError where MJML does not know something in it, or drops a tag.
 */
export const compileMail = async (path: string, name: string): Promise<string> => {
  // Loaded for a mail alone: it takes longer to load than all mails take to compile.
  const { default: mjml } = await import('mjml');
  const options = { filePath: path, ignoreIncludes: false, validationLevel: 'soft', fonts: {} } as const;
  const { html, errors } = await mjml(readFileSync(path, 'utf8'), options);
  if (errors.length > 0)
    throw new ConfigError(errors.map(({ line, message }) => `${name}, line ${line}: ${message}`));
  const dropped = droppedTags(sourceOf(path), html);
  if (dropped.length > 0)
    throw new ConfigError(
      dropped.map((tag) => `${name}: MJML drops ${tag} where it stands; put it into <mj-raw>.`),
    );
  return `${html
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim()}\n`;
};
