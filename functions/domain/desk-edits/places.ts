import { sha256Of } from '../digest.ts';
import type { Block, Content, Section } from '../draft.ts';
import type { DraftEdits } from './desk-edits.ts';

/** A place of a release whose wording can be edited, with its words: one line, several, or paragraphs. */
export type Place = DraftEdits['places'][number];

/** What an edit is bound to: SHA-256 of the composed words of a place. */
export const placeDigest = (text: readonly string[]): string => sha256Of(JSON.stringify(text));

/** The places that can take an edit from one another, as a later event moves paragraphs: all paragraphs of a section. */
export const placeFamily = (place: string): string => place.replace(/\.\d+$/, '');

/** What follows the dateline in a paragraph that begins with it. */
const afterDateline = (text: string, dateline: string): string =>
  text.startsWith(dateline) ? text.slice(dateline.length) : text;

const placesOfSection = (
  { name, heading, blocks, lines }: Section,
  dateline: string,
): (Place | undefined)[] => [
  heading === undefined ? undefined : { place: `${name}.heading`, form: 'line', text: [heading] },
  ...blocks.map((block, index): Place | undefined =>
    typeof block === 'string'
      ? {
          place: `${name}.${index}`,
          form: 'paragraphs',
          text: [name === 'news' && index === 0 ? afterDateline(block, dateline) : block],
        }
      : undefined,
  ),
  lines.length === 0 ? undefined : { place: `${name}.lines`, form: 'lines', text: [...lines] },
];

/** Every place of a release whose wording can be edited, in order; tables are made of facts alone. */
export const placesOf = (content: Content, dateline: string): Place[] => {
  const { headline, subheads, above, sections } = content;
  const places: (Place | undefined)[] = [
    { place: 'headline', form: 'line', text: [headline] },
    { place: 'subheads', form: 'lines', text: [...subheads] },
    dateline === '' ? undefined : { place: 'dateline', form: 'line', text: [dateline.trimEnd()] },
    ...[...above, ...sections].flatMap((section) => placesOfSection(section, dateline)),
  ];
  return places.filter((place) => place !== undefined);
};

/** Words by place that take the place of the composed ones. */
export type LiveWording = ReadonlyMap<string, readonly string[]>;

/** The same words, but for those in place of the dateline. */
export const underOwnDateline = (live: LiveWording): LiveWording =>
  new Map([...live].filter(([place]) => place !== 'dateline'));

const spaceAfter = (dateline: string): string => dateline.slice(dateline.trimEnd().length);

const withWording = (
  { name, heading, blocks, lines }: Section,
  dateline: { composed: string; shown: string },
  live: LiveWording,
): Section => {
  const head = live.get(`${name}.heading`) ?? (heading === undefined ? [] : [heading]);
  return {
    name,
    ...(head[0] !== undefined && { heading: head[0] }),
    blocks: blocks.flatMap((block, index): Block[] => {
      if (typeof block !== 'string') return [block];
      const isLead = name === 'news' && index === 0 && block.startsWith(dateline.composed);
      const [first = '', ...others] = live.get(`${name}.${index}`) ?? [
        isLead ? afterDateline(block, dateline.composed) : block,
      ];
      if (isLead) return [`${dateline.shown}${first}`, ...others];
      return first === '' ? [] : [first, ...others];
    }),
    lines: [...(live.get(`${name}.lines`) ?? lines)],
  };
};

/** A release with the words of editors in place of those that were composed; `dateline` is the composed one. */
export const wordedContent = (content: Content, dateline: string, live: LiveWording): Content => {
  if (live.size === 0) return content;
  const edited = live.get('dateline')?.[0];
  const shown = edited === undefined ? dateline : `${edited}${spaceAfter(dateline)}`;
  const worded = (section: Section): Section => withWording(section, { composed: dateline, shown }, live);
  return {
    ...content,
    above: content.above.map(worded),
    headline: live.get('headline')?.[0] ?? content.headline,
    subheads: [...(live.get('subheads') ?? content.subheads)],
    sections: content.sections.map(worded),
  };
};
