import type { FieldNotes } from './common.ts';

/** What each named type is for, and what its fields say. */
export const typeNotes: Readonly<Record<string, { says: string; fields: FieldNotes }>> = {
  Person: {
    says: 'Whom an act is about. Honorifics and family names are never guessed.',
    fields: {
      id: "the id of an officer or approver in the company's profile",
      name: 'the full name, as it is printed first',
      honorific: 'stands before the family name where the name is repeated',
      familyName: 'how the person is called where the name is repeated',
    },
  },
  IntroducedPerson: {
    says: 'A person with what introduces him or her to the reader.',
    fields: {
      id: "the id of an officer or approver in the company's profile",
      name: 'the full name, as it is printed first',
      honorific: 'stands before the family name where the name is repeated',
      familyName: 'how the person is called where the name is repeated',
      age: 'in years',
      biography: 'paragraphs, printed as they are',
      degrees: 'after the biography, in one sentence',
      'degrees.degree': 'follows "holds": `a master\'s degree`',
      'degrees.field': 'follows "in": `physics`',
      'degrees.school': 'follows "from": `Oregon State University`',
    },
  },
  Money: {
    says: 'A number is in US dollars. Other currencies are printed by their code: `EUR 12 million`.',
    fields: {
      amount: 'one sum',
      currency: '`USD` if it is left out',
      qualifier: 'how exact it is, or whether it is a limit',
      from: 'the lower end of a range',
      to: 'the upper end of a range',
      phrase: 'printed instead of a sum: `one month of salary`',
    },
  },
  Count: {
    says: 'How many.',
    fields: {
      count: 'one number',
      qualifier: 'how exact it is, or whether it is a limit',
      from: 'the lower end of a range',
      to: 'the upper end of a range',
      phrase: 'printed instead of a number: `a third of its staff`',
    },
  },
  Percent: {
    says: 'A share of a hundred: `35` is printed as "35 percent".',
    fields: {
      percent: 'the share',
      qualifier: 'how exact it is, or whether it is a limit',
    },
  },
  Charge: {
    says: 'What a measure costs. Item 2.05 of Form 8-K wants each major kind of cost, all of them, and what is paid in cash.',
    fields: {
      amount: 'how much',
      period: 'when it is recorded; follows "in": `the quarter ended March 31, 2027`',
      for: 'what for; follows "for": `severance and other costs`',
      perShare: 'what that is on a share',
      cash: 'how much of it is paid in cash',
      recorded: 'whether it stands in the books already; else the company expects to record it',
    },
  },
  Saving: {
    says: 'What a measure saves.',
    fields: { amount: 'how much', period: 'follows the amount: `annually`, `in fiscal 2027`' },
  },
  Meeting: {
    says: 'A meeting of shareholders.',
    fields: {
      type: 'stands before "meeting of shareholders": `2026 annual`, `special`',
      date: 'the day of the meeting',
    },
  },
  Committee: {
    says: 'A committee of the board.',
    fields: { name: 'without the word "Committee": `Audit`', role: 'a member, if it is left out' },
  },
};
