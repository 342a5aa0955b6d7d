import type { FieldNotes } from './common.ts';

const costs = {
  charges: 'what it costs, by kind of cost',
  saving: 'what it saves',
  completion: 'by when all is done',
};

/** Fields of acts about operations, by the kind of act. */
export const operationsNotes = {
  'workforce-reduction': {
    site: 'stands before "workforce": `Newark, New York`; `worldwide` for the whole company',
    facility: 'for the headline and the line under it, where the house style has one',
    'facility.region': '`Ohio`',
    'facility.type': '`plant`',
    percent: 'by what share; it, `positions` or both',
    positions: 'how many positions',
    program: 'what the company calls the measure; follows "as part of its": `restructuring`',
    temporary: 'whether those concerned are to be called back',
    ...costs,
  },
  'facility-closing': {
    facility: 'follows "its": `boiler plant in Erie, Pennsylvania`',
    positions: 'how many are eliminated',
    movesTo: 'where the work goes; follows "to": `its plant in Tempe, Arizona`',
    ...costs,
  },
  restructuring: {
    program:
      'what the company calls it, without an article: `restructuring plan`, or a name, `Focus 2027 plan`',
    measures: 'what is done; each follows "to": `stop the development of Silverline`',
    positions: 'how many are eliminated',
    percent: 'by what share the workforce is reduced',
    ...costs,
  },
} satisfies Readonly<Record<string, FieldNotes>>;
