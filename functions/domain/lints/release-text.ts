/** A person whom the release announces something about, with the titles as the events sent them. */
export interface AnnouncedPerson {
  name: string;
  /** The title that the person gives up; a title that is kept does not belong here. */
  oldTitle?: string | undefined;
  newTitle?: string | undefined;
  /** The day on which the change takes effect, `YYYY-MM-DD`. */
  effective?: string | undefined;
  /** The sender's own words for that day, such as "immediately". */
  effectivePhrase?: string | undefined;
}

/** A notice that the company received, such as one from its exchange. */
export interface Notice {
  /** What it is, such as "the delisting notice". */
  name: string;
  /** Business days from the day of the notice to the day that the release bears. */
  businessDaysAgo: number;
}

/** What a release says and what is known of it: all that the lints look at, and no more. */
export interface ReleaseText {
  companyName: string;
  /** Exchange and ticker as printed after the company's name, such as "NYSE American: SBEV". */
  tickerLabel: string;
  /** The markets that the release tells of, such as both of a transfer. */
  markets: readonly string[];
  /** The day that the release bears, `YYYY-MM-DD`. */
  announced: string;
  headline: string;
  paragraphs: readonly string[];
  boilerplate: readonly string[];
  /** The day on which the boilerplate was last found right, `YYYY-MM-DD`. */
  boilerplateAsOf?: string | undefined;
  contactLines: readonly string[];
  people: readonly AnnouncedPerson[];
  notices: readonly Notice[];
  /** Securities that the release says are or were offered, such as "convertible notes". */
  offered: readonly string[];
  /** What a market or the law wants said in this company's releases. */
  standingNotice: readonly string[];
  hasSafeHarbor: boolean;
  /** Whether the Private Securities Litigation Reform Act protects this issuer: no penny stock, no offering, no bad actor. */
  safeHarborEligible: boolean;
  wireRefusesCapitals: boolean;
  /** The text exhibit, for the labels of its pages. */
  text: string;
}
