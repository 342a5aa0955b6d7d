const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const written =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/gi;

/** The days that a text writes in the American way, `June 5, 2002` or `Sept. 1, 2006`, as `YYYY-MM-DD`. */
export const daysIn = (text: string): string[] =>
  [...text.matchAll(written)].map(([, month = '', day = '', year = '']) => {
    const number = months.indexOf(month.toLowerCase()) + 1;
    return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
