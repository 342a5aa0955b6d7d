import type { Meeting, When } from './acts/common.ts';
import type { Company } from './company.ts';
import type { SentAct } from './compose/narrator.ts';
import { newsTexts } from './content-texts.ts';
import type { Check, Content } from './draft.ts';
import { fileNameFindings } from './edgar/file-names.ts';
import type { Finding } from './edgar/finding.ts';
import { htmlFindings } from './edgar/html-rules.ts';
import { textFindings } from './edgar/text-rules.ts';
import { businessDaysBetween } from './filing/business-days.ts';
import { isOffering } from './filing/financing-items.ts';
import { exhibitFiles } from './keys.ts';
import { lintRelease } from './lints/lint-release.ts';
import type { AnnouncedPerson, Notice } from './lints/release-text.ts';
import { whenParts } from './when.ts';

const dayAndPhrase = (when: When | undefined): Pick<AnnouncedPerson, 'effective' | 'effectivePhrase'> => {
  if (when === undefined) return {};
  if (typeof when === 'string') return { effective: when };
  const { date, phrase } = whenParts(when);
  return { effective: date, effectivePhrase: phrase };
};

/** From when a change has effect: its own day, else that of the meeting; one that depends on something needs no day. */
const dayOrCondition = ({
  effective,
  subjectTo,
  meeting,
}: {
  effective?: When | undefined;
  subjectTo?: string | undefined;
  meeting?: Meeting | undefined;
}): Pick<AnnouncedPerson, 'effective' | 'effectivePhrase'> =>
  effective === undefined && subjectTo !== undefined
    ? { effectivePhrase: `subject to ${subjectTo}` }
    : dayAndPhrase(effective ?? meeting?.date);

/** Who changes office, with the title that they give up. */
const peopleOf = ({ act }: SentAct): AnnouncedPerson[] => {
  switch (act.kind) {
    case 'officer-departure':
    case 'director-departure':
      if (act.person === undefined) return [];
      return [{ name: act.person.name, oldTitle: act.title, ...dayOrCondition(act) }];
    case 'officer-appointment':
      // Who goes on in office changes nothing, and needs no day.
      if (act.manner === 'continues') return [];
      return [
        {
          name: act.person.name,
          // Without the word for it nobody knows whether the earlier post is kept; a promotion gives it up.
          oldTitle: act.manner === 'promoted' ? act.currentTitle : undefined,
          newTitle: act.title,
          ...dayOrCondition(act),
        },
      ];
    case 'director-election':
      return [{ name: act.person.name, newTitle: act.title, ...dayOrCondition(act) }];
    default:
      return [];
  }
};

const noticesOf = ({ act }: SentAct, announced: string, company: Company): Notice[] => {
  if (act.kind !== 'listing-deficiency' && act.kind !== 'delisting') return [];
  const { effective: day } = dayAndPhrase(act.noticed);
  return day === undefined || day > announced
    ? []
    : [
        {
          name: `The notice of ${act.market ?? 'the market'}`,
          businessDaysAgo: businessDaysBetween(day, announced, company.closures),
        },
      ];
};

const marketsOf = ({ act }: SentAct): string[] => {
  switch (act.kind) {
    case 'listing-transfer':
      return [act.from, act.to].filter((market) => market !== undefined);
    case 'delisting':
      return [act.market, act.to].filter((market) => market !== undefined);
    case 'new-listing':
    case 'listing-deficiency':
    case 'compliance-regained':
    case 'ticker-change':
      return act.market === undefined ? [] : [act.market];
    default:
      return [];
  }
};

const asCheck = ({ rule, severity, message, line }: Finding): Check => ({
  id: `edgar-${rule.toLowerCase()}`,
  severity,
  message: `${message} (EDGAR rule ${rule})`,
  ...(line !== undefined && { line }),
});

/** A line of the HTML exhibit would be taken for one of the text. */
const inHtml = ({ line: _, ...check }: Check): Check => ({
  ...check,
  message: `In the HTML exhibit: ${check.message}`,
});

/** What EDGAR's rules and the faults of real releases have against this one. */
export const editorialChecks = (release: {
  company: Company;
  acts: readonly SentAct[];
  content: Content;
  text: string;
  html: string;
  announced: string;
  missing: readonly unknown[];
}): Check[] => {
  const { company, acts, content, announced } = release;
  const lints = lintRelease({
    companyName: company.name,
    tickerLabel: company.listing?.label ?? '',
    markets: acts.flatMap(marketsOf),
    announced,
    headline: content.headline,
    paragraphs: newsTexts(content).slice(1),
    boilerplate: company.boilerplate.paragraphs,
    boilerplateAsOf: company.boilerplateAsOf,
    contactLines: company.contact.lines,
    people: acts.flatMap(peopleOf),
    notices: acts.flatMap((sent) => noticesOf(sent, announced, company)),
    offered: acts.flatMap(({ act }) => (isOffering(act) ? (act.instrument ?? []) : [])),
    standingNotice: company.notice?.paragraphs ?? [],
    hasSafeHarbor: content.sections.some(({ name }) => name === 'safe-harbor'),
    safeHarborEligible: company.safeHarborEligible,
    wireRefusesCapitals: company.house.style !== 'exhibit',
    text: release.text,
  });
  return [
    ...Object.values(exhibitFiles).flatMap(fileNameFindings).map(asCheck),
    ...textFindings(release.text).map(asCheck),
    ...htmlFindings(release.html).map(asCheck).map(inHtml),
    // What is to be confirmed has a check of its own, which says what it is.
    ...lints.filter(({ message }) => release.missing.length === 0 || !message.includes('TO BE CONFIRMED')),
  ];
};
