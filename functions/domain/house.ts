import * as v from 'valibot';
import { actKind } from './acts.ts';
import { type HouseStyle, houseStyleNames, houseStyles, sectionNames } from './house-styles.ts';
import { renderLine } from './templates.ts';
import { areDistinct, line } from './text.ts';

/** A line with names in double braces; whatever it uses beyond these, or does not close, is refused. */
const lineWith = (...names: string[]) =>
  v.pipe(
    line(120),
    v.check(
      (text) => {
        try {
          return renderLine(text, Object.fromEntries(names.map((name) => [name, name]))).length > 0;
        } catch {
          return false;
        }
      },
      `may use ${names.map((name) => `{{${name}}}`).join(' and ')} and no other name, with its braces closed`,
    ),
  );

const place = v.strictObject({
  city: line(60),
  /** A US state by its postal code, or a province or country as it is printed. */
  region: v.optional(line(60)),
});

/** A style by name, and what the company does differently; each field of `HouseStyle` can be named. */
export const houseSchema = v.pipe(
  v.strictObject({
    style: v.optional(v.picklist(houseStyleNames), 'exhibit'),
    places: v.pipe(v.array(place), v.minLength(1, 'must name a place'), v.maxLength(3)),
    dateline: v.optional(lineWith('city', 'date')),
    cityInCapitals: v.optional(v.boolean()),
    regions: v.optional(v.picklist(['postal', 'ap', 'full'])),
    months: v.optional(v.picklist(['full', 'ap'])),
    ticker: v.optional(lineWith('listing')),
    announcement: v.optional(line(80)),
    exhibitLabel: line(40),
    /** Mustache with {{date}}. */
    releaseLine: v.optional(lineWith('date')),
    sections: v.optional(
      v.pipe(
        v.array(v.picklist(sectionNames)),
        v.check((names) => areDistinct(names), 'must name each section once'),
        v.check(
          (names) => names.length === sectionNames.length,
          `must name every section: ${sectionNames.join(', ')}`,
        ),
      ),
    ),
    /** The order of the kinds of act, each inner list one paragraph; what makes the headline leads, and kinds that are not named come before statements that are last. */
    paragraphs: v.optional(
      v.pipe(
        v.array(v.pipe(v.array(actKind), v.minLength(1))),
        v.check((lists) => areDistinct(lists.flat()), 'must name each kind of act once'),
      ),
      [],
    ),
    /** The kinds of act that get a line of their own under the headline. */
    subheads: v.optional(v.array(actKind), []),
    commas: v.optional(v.picklist(['open', 'close'])),
    /** What stands centred under the last section, such as "###"; mustache with {{name}}. */
    endMark: v.optional(lineWith('name')),
    /** Whether the exhibit ends with "Page 1 of 1". */
    pageLine: v.optional(v.boolean(), false),
  }),
  v.transform(({ style: name, ...own }) => {
    const style: HouseStyle = houseStyles[name];
    const endMark = own.endMark ?? style.endMark;
    return {
      ...own,
      style: name,
      dateline: own.dateline ?? style.dateline,
      cityInCapitals: own.cityInCapitals ?? style.cityInCapitals,
      regions: own.regions ?? style.regions,
      months: own.months ?? style.months,
      ticker: own.ticker ?? style.ticker,
      announcement: own.announcement ?? style.announcement,
      sections: own.sections ?? [...style.sections],
      commas: own.commas ?? style.commas,
      ...(endMark !== undefined && { endMark }),
    };
  }),
);
