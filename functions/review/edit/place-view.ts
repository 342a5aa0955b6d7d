import { paragraphNumber } from '../../domain/desk-edits/printed-paragraphs.ts';
import type { Draft } from '../../domain/draft.ts';
import { type SectionName, sectionNames } from '../../domain/house-styles.ts';
import type { View } from '../../domain/templates.ts';
import { flags } from '../problems.ts';

const placeNames = [...sectionNames, 'subheads', 'dateline'] as const;
type PlaceName = SectionName | 'subheads' | 'dateline';

const nameOf = (place: string): PlaceName | undefined =>
  placeNames.find((name) => name === place.split('.')[0]);

/** The part of a release in which a place stands; the dateline and the lines under the headline stand with the headline. */
export const sectionOfPlace = (place: string): SectionName => {
  const name = nameOf(place);
  return name === undefined || name === 'subheads' || name === 'dateline' ? 'headline' : name;
};

/** A section of a release as pages name it. */
export const sectionView = (name: SectionName): View => flags(sectionNames, name);

/** A place of a release as pages name it: its part, and in that a paragraph, from 1 as they are printed, the heading or the lines. */
export const placeView = (place: string, { edits }: Pick<Draft, 'edits'>): View => {
  const [, part] = place.split('.');
  const paragraph = paragraphNumber(edits, place);
  return {
    ...flags(placeNames, nameOf(place)),
    paragraph: paragraph?.number ?? null,
    leftOut: paragraph?.printed === false,
    heading: part === 'heading',
    lines: part === 'lines',
  };
};
