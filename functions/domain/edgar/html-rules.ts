import type { Finding } from './finding.ts';
import { anchorsOf, linkFindings } from './html-links.ts';
import { rawCharacterFindings, referenceFindings } from './html-references.ts';
import { structureFindings } from './html-structure.ts';
import { tokensOf } from './html-tokens.ts';
import { vocabularyFindings } from './html-vocabulary.ts';

/** Checks an HTML exhibit by rules H1 to H8 (5.2.2); `files` names the other files of the submission. */
export const htmlFindings = (html: string, files: readonly string[] = []): Finding[] => {
  const tokens = tokensOf(html);
  const targets = { anchors: anchorsOf(tokens), files: new Set(files) };
  return [
    ...rawCharacterFindings(html),
    ...structureFindings(tokens),
    ...tokens.flatMap((token) => {
      if (token.kind === 'text') return referenceFindings(token.text, token.line);
      if (token.kind !== 'open') return [];
      return [
        ...vocabularyFindings(token),
        ...linkFindings(token, targets),
        ...token.attributes.flatMap(({ value = '' }) => referenceFindings(value, token.line)),
      ];
    }),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
};
