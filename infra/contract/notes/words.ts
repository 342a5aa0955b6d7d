import type { FieldNotes } from './common.ts';

/** Fields of acts that are words of the sender, by the kind of act. */
export const wordsNotes = {
  other: {
    topic: 'what it is, for the headline: `Sale of Its Lens Business`',
    paragraphs: 'whole sentences, printed as they are',
    item: 'the item of Form 8-K that it comes under',
  },
  statement: {
    speaker: 'who is quoted',
    'speaker.id': "the id of an officer or approver in the company's profile",
    'speaker.name': 'the full name',
    'speaker.honorific': 'stands before the family name where the name is repeated',
    'speaker.familyName': 'how the speaker is called where the name is repeated',
    'speaker.knownAs': 'the name by which the release quotes the speaker, where it is not the full name',
    title: 'the office',
    organization: "whose officer the speaker is, where it is not the company's",
    paragraphs: 'what is said, without quotation marks around it',
    after:
      'the kind of act whose paragraph it follows; the order of the house style, if it is left out or the release has no act of it',
  },
} satisfies Readonly<Record<string, FieldNotes>>;
