import { error, type Finding, warning } from './finding.ts';

const marker = /<\/?(?:TABLE|CAPTION|S|C|FN)>/gi;

/** The markers that a table needs: the title and heads of columns, the first column, and each further one. */
const needed = ['<CAPTION>', '<S>', '<C>'];

interface Table {
  line: number;
  markers: Set<string>;
}

const lacking = ({ line, markers }: Table): Finding[] => {
  const missing = needed.filter((one) => !markers.has(one));
  return missing.length === 0
    ? []
    : [warning('A6', `The table that begins here lacks ${missing.join(', ')}. Add what is missing.`, line)];
};

/** Rule A6 and what A4 needs: the lines from 1 that lie in a table, and what is wrong with the markers of tables. */
export const scanTables = (lines: readonly string[]): { inTable: Set<number>; findings: Finding[] } => {
  const inTable = new Set<number>();
  const findings: Finding[] = [];
  let table: Table | undefined;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (table) inTable.add(line);
    for (const [found] of text.matchAll(marker)) {
      const tag = found.toUpperCase();
      if (tag === '<TABLE>') {
        if (table)
          findings.push(error('A6', `The table of line ${table.line} is still open. Close it first.`, line));
        table ??= { line, markers: new Set() };
        inTable.add(line);
      } else if (table === undefined) {
        findings.push(error('A6', `${tag} stands outside a table. Begin the table with <TABLE>.`, line));
      } else if (tag === '</TABLE>') {
        findings.push(...lacking(table));
        table = undefined;
      } else table.markers.add(tag);
    }
  }
  if (table) findings.push(error('A6', 'The table is never closed. End it with </TABLE>.', table.line));
  return { inTable, findings };
};
