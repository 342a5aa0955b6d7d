/** What a field says and how its words fit the sentence, by the field; one of an object is `object.field`. */
export type FieldNotes = Readonly<Record<string, string>>;

/** The fields that nearly every kind of act has. */
export const commonNotes: FieldNotes = {
  decided: 'when the company decided; `data.decided` where it is left out',
  noticed: 'when the company was told, or when the notice came',
  effective: 'when it takes effect',
  details: 'whole sentences, printed as they are after those of the act',
  reason: 'ends the sentence, so it brings its own first word: `because of …`, `as …`, `to …`, `citing …`',
};

const percentage = 'of the votes';

const votes = {
  for: 'votes for',
  against: 'votes against',
  withheld: 'votes withheld',
  abstained: 'abstentions',
  brokerNonVotes: 'broker non-votes',
  forPercent: `for, ${percentage}`,
  withheldPercent: `withheld, ${percentage}`,
};

/** The votes on one candidate or matter, whose fields stand below `name`. */
export const votesNotes = (name: string): FieldNotes =>
  Object.fromEntries(Object.entries(votes).map(([field, note]) => [`${name}.${field}`, note]));
