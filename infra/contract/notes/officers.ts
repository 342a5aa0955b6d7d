import type { FieldNotes } from './common.ts';

/** Fields of acts about officers, by the kind of act. */
export const officerNotes = {
  'officer-departure': {
    person: 'who leaves; where it is left out, the title says who it is',
    title: 'the office: `Chief Financial Officer`',
    manner:
      'how: `left` says no more than that; `not-returning` is said of somebody who has been away; `terminated` ends the employment',
    cause: 'whether a termination was for cause',
    lastDay: 'the last day of work, where it is another than that on which the office ends',
    tenure: 'follows "after": `five years with the company`',
    keeps: 'what the person keeps or becomes; follows "will remain": `a director`',
    leavesBoard: 'whether the person leaves the board of directors too',
    disagreement: 'whether a disagreement with the company led to it',
    consulting: 'whether the person is available for consultation afterwards',
    'consulting.until': 'through which day',
    'consulting.title': 'follows "as": `senior adviser`',
    search: 'whether the company has begun to look for a successor',
  },
  'officer-appointment': {
    person: 'who gets the office',
    manner: '`appointed`, if it is left out',
    currentTitle: 'the post held until now, or kept; follows the name between commas',
    title: 'the office: `Chief Financial Officer`',
    capacity: 'for the time being; stands before the title',
    subjectTo: 'follows "subject to": `the approval of the shareholders`',
    succeeds: 'who held the office before',
    keeps: 'what the person keeps besides; follows "continue as": `Corporate Controller`',
    reportsTo: 'follows "report to": `the Chief Executive Officer`',
    term: 'follows "for a term of": `twelve months`',
    until: 'follows "until": `a successor is appointed`',
    stages: 'posts that follow that of `title`, each from its day on',
    'stages.title': 'the post',
    'stages.effective': 'from when on',
  },
  death: {
    person: 'who has died',
    'person.id': "the id of an officer or approver in the company's profile",
    'person.name': 'the full name',
    'person.honorific': 'stands before the family name where the name is repeated',
    'person.familyName': 'how the person is called where the name is repeated',
    'person.age': 'in years',
    title: 'the office, present or former; stands before the name',
    effective: 'the day of the death',
    cover: 'who takes over meanwhile; a whole sentence with its full stop',
  },
} satisfies Readonly<Record<string, FieldNotes>>;
