import type { Company } from '../company.ts';
import { longDate } from '../dates.ts';
import type { Reported } from '../filing/reported-items.ts';
import { orMark } from '../marks.ts';
import type { nameInForce } from '../name-in-force.ts';
import type { View } from '../templates.ts';
import { reportDate } from './report-date.ts';

/** The name that the company has taken, and its former one where it was sent. */
type Renamed = ReturnType<typeof nameInForce>;

type Registrant = NonNullable<Company['registrant']>;

const securitiesView = (securities: Registrant['securities'] = []): View | null =>
  securities.length === 0
    ? null
    : {
        rows: securities.map(({ title, ticker, exchange }) => ({
          title,
          ticker: orMark(ticker, 'the trading symbol, or that there is none'),
          exchange,
        })),
      };

/** The view of the cover of a Form 8-K: what the profile has of the registrant, but for a name that has changed, and marks for the rest. */
export const coverView = (
  { name, registrant }: Company,
  reported: readonly Reported[],
  announced: string,
  renamed: Renamed | undefined,
): View => {
  const { day, open, otherwise } = reportDate(reported, announced);
  const { securities } = registrant ?? {};
  return {
    name: renamed?.to ?? name,
    formerName: renamed === undefined ? null : (renamed.from ?? name),
    reportDate: longDate(day),
    earlier: open,
    otherwise: otherwise === undefined ? null : longDate(otherwise),
    jurisdiction: orMark(registrant?.jurisdiction, 'the state of incorporation'),
    fileNumber: orMark(registrant?.fileNumber, 'the Commission file number'),
    taxId: orMark(registrant?.taxId, 'the employer identification number'),
    address: registrant?.address ?? [orMark(undefined, 'the address of the principal executive offices')],
    phone: orMark(registrant?.phone, 'the telephone number'),
    securities: securitiesView(securities),
    noSecurities: securities?.length === 0,
    unknownSecurities: securities === undefined,
    emerging: registrant?.emergingGrowth === true,
    unknownEmerging: registrant === undefined,
  };
};

/** The view of the signature under a Form 8-K. */
export const signatureView = ({ name, registrant }: Company, renamed: Renamed | undefined): View => ({
  company: renamed?.to ?? name,
  name: orMark(registrant?.signatory.name, 'who signs'),
  title: orMark(registrant?.signatory.title, 'the title of who signs'),
});
