import type { RegionForm } from './regions.ts';

/** The parts of a release that a style puts in order; what comes before the headline stands above it. */
export const sectionNames = ['headline', 'news', 'boilerplate', 'safe-harbor', 'notice', 'contact'] as const;

export type SectionName = (typeof sectionNames)[number];

/** The form of a release: what newswires and companies do differently. Seen in releases; no wire publishes it all. */
export interface HouseStyle {
  /** Mustache with {{city}} and {{date}}. */
  dateline: string;
  /** Whether the city stands in capitals, and how its region is written. */
  cityInCapitals: boolean;
  regions: RegionForm;
  months: 'full' | 'ap';
  /** Mustache with {{listing}}: what follows the company's full name. */
  ticker: string;
  /** The words between the company's name and what it announces. */
  announcement: string;
  /** Mustache with {{name}}: what stands under the last section. */
  endMark?: string | undefined;
  sections: readonly SectionName[];
  /** Whether a comma closes what stands between commas and follows an opening date; older styles leave it out. */
  commas: 'open' | 'close';
}

const wire = {
  cityInCapitals: true,
  regions: 'ap',
  months: 'ap',
  ticker: '({{listing}})',
  announcement: 'today announced that',
  sections: sectionNames,
  commas: 'close',
} as const;

/** The styles that a profile can name. `exhibit` is that of the release of 6 June 2002. */
export const houseStyles = {
  exhibit: {
    ...wire,
    dateline: '{{city}} - {{date}} -',
    cityInCapitals: false,
    regions: 'full',
    months: 'full',
    announcement: 'announced today that',
    commas: 'open',
  },
  globenewswire: { ...wire, dateline: '{{city}}, {{date}} (GLOBE NEWSWIRE) --' },
  businesswire: { ...wire, dateline: '{{city}}--(BUSINESS WIRE)--' },
  prnewswire: { ...wire, dateline: '{{city}}, {{date}} /PRNewswire/ --', endMark: 'SOURCE {{name}}' },
  accesswire: {
    ...wire,
    dateline: '{{city}} / ACCESS Newswire / {{date}} /',
    regions: 'postal',
    months: 'full',
    endMark: 'SOURCE: {{name}}',
  },
} as const satisfies Record<string, HouseStyle>;

/** The styles that are those of a wire. */
export const wireNames = ['globenewswire', 'businesswire', 'prnewswire', 'accesswire'] as const;

/** The name of a style. */
export const houseStyleNames = ['exhibit', ...wireNames] as const;

export type WireName = (typeof wireNames)[number];
