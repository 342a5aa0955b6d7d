import type { FieldNotes } from './common.ts';

const candidate = {
  person: 'who is to be a director',
  title: 'where it is not simply director; follows "as": `External Director`',
  independent: 'whether the release is to say that the person is independent',
  committees: 'the committees that the person is to serve on',
  term: 'follows "for": `a term that ends at the 2027 annual meeting`',
  arrangement:
    'under what the person was chosen (Item 5.02(d)); follows "was chosen": `under the loan agreement of May 4, 2026`',
};

/** Fields of acts about the board, by the kind of act. */
export const boardNotes = {
  'director-election': {
    ...candidate,
    manner: 'how; the person joins the board, if it is left out',
    meeting: 'where shareholders elected the person',
    subjectTo: 'follows "subject to": `the closing of the merger`',
    succeeds: 'whose seat it was',
    boardSize: 'how many directors the board has with this one',
  },
  'director-nomination': { ...candidate, meeting: 'where shareholders are to vote' },
  'director-departure': {
    person: 'who leaves',
    title: 'stands before the name: `Lead Independent Director`',
    manner: 'how: `left` says no more than that',
    meeting: 'where the person does not stand again',
    since: 'since when a director; follows "since": `2014`',
    committees: 'the committees that the person leaves with the board',
    disagreement:
      'whether a disagreement with the company led to it; then `reason` says about what (Item 5.02(a))',
    keeps: 'what the person keeps; follows "remain": `Chief Executive Officer`',
    vacancy: 'what becomes of the seat; a whole sentence with its full stop',
  },
  'chair-change': {
    role: 'which role on the board; `title` may tell it instead',
    title: 'what the company calls the role: `Chairman of the Board`',
    incoming: 'who takes the chair',
    incomingTitle: 'the post that the person has; follows the name between commas',
    incomingKeeps: 'follows "will continue as": `Chief Executive Officer`',
    outgoing: 'who gives it up',
    outgoingNext: 'what the person stays or becomes: `a director`',
    offices: 'whether the offices of chair and chief executive come together or part',
    rationale: 'why they do; ends the sentence, so it brings its own first word',
    subjectTo: 'follows "subject to": `election at the annual meeting`',
    reason: 'why the outgoing person steps down; ends the sentence, so it brings its own first word',
  },
  'committee-change': {
    person: 'who joins, leaves or chairs it',
    committee: 'without the word "Committee": `Audit`',
    change: 'which of the three',
    succeeds: 'whose place it was',
  },
  'board-size-change': { from: 'how many directors before', to: 'how many from then on' },
  'board-adviser': {
    person: 'who advises or observes the board',
    title: 'follows "has been named": `Executive Advisor to the Board`',
    until: 'follows "until": `the 2028 annual meeting`',
  },
} satisfies Readonly<Record<string, FieldNotes>>;
