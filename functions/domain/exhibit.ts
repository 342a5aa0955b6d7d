import { toAscii } from './ascii.ts';
import type { Content } from './draft.ts';
import { centre, setLines, setParagraph } from './layout.ts';
import { renderHtml, renderText, type Templates } from './templates.ts';

const joined = (lines: readonly string[]): string => lines.join('\n');

type Passage = Content['boilerplate'];

/** Sets a release as an EDGAR ASCII exhibit: 80 columns, no tab, lines joined by LF, none after the last. */
export const textExhibit = (content: Content, templates: Templates): string => {
  const centred = (text: string): string => joined(centre(toAscii(text)));
  const paragraph = (text: string): { text: string } => ({ text: joined(setParagraph(toAscii(text))) });
  const passage = ({ heading, paragraphs }: Passage) => ({
    heading: heading === undefined ? null : joined(setLines(toAscii(heading))),
    paragraphs: paragraphs.map(paragraph),
  });
  return renderText(templates, 'release/exhibit.txt', {
    exhibitLabel: joined(setLines(toAscii(content.exhibitLabel))),
    releaseLine: content.releaseLine === undefined ? null : centred(content.releaseLine),
    headline: centred(content.headline),
    subheads: content.subheads.map((text) => ({ text: centred(text) })),
    paragraphs: content.paragraphs.map(paragraph),
    boilerplate: passage(content.boilerplate),
    safeHarbor: passage(content.safeHarbor),
    contact: {
      heading: toAscii(content.contact.heading),
      lines: content.contact.lines.map((text) => ({ text: joined(setLines(toAscii(text))) })),
    },
    endMark: content.endMark === undefined ? null : centred(content.endMark),
    pageLine: content.pageLine ? centred('Page 1 of 1') : null,
  }).trimEnd();
};

const passageView = ({ heading, paragraphs }: Passage) => ({ heading: heading ?? null, paragraphs });

/** Sets a release as HTML with the elements that EDGAR takes (Filer Manual 5.2.2): no style element, no link. */
export const htmlExhibit = (content: Content, templates: Templates): string =>
  renderHtml(templates, 'release/exhibit.htm', {
    exhibitLabel: content.exhibitLabel,
    releaseLine: content.releaseLine ?? null,
    headline: content.headline,
    subheads: content.subheads,
    paragraphs: content.paragraphs,
    boilerplate: passageView(content.boilerplate),
    safeHarbor: passageView(content.safeHarbor),
    contact: { heading: content.contact.heading, lines: content.contact.lines },
    endMark: content.endMark ?? null,
    pageLine: content.pageLine,
  });
