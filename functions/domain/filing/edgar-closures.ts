/** A day on which EDGAR was closed though no law makes it a holiday every year. */
interface EdgarClosure {
  day: string;
  reason: string;
  source: string;
}

/**
 * One-off closures, each read in the SEC's own announcement or in a report of it. One that is missing makes a deadline
 * come out too early, which does no harm; one that is wrong makes it too late. So only those that are certain are here,
 * and a stage adds what it has read since. A lapse of appropriations or snow in Washington closes offices, not EDGAR.
 */
export const edgarClosures: readonly EdgarClosure[] = [
  {
    day: '2018-12-05',
    reason: 'national day of mourning for George H. W. Bush',
    source: 'SEC, EDGAR to be closed Wednesday, December 5, 2018',
  },
  {
    day: '2018-12-24',
    reason: 'federal offices closed by executive order',
    source: 'SEC Division of Corporation Finance, December 2018 (Morrison & Foerster, December 21, 2018)',
  },
  {
    day: '2019-12-24',
    reason: 'federal offices closed by executive order',
    source: 'SEC announcement (Cooley PubCo, December 16, 2020)',
  },
  {
    day: '2020-12-24',
    reason: 'federal offices closed by executive order',
    source: 'SEC announcement (Cooley PubCo, December 16, 2020)',
  },
  {
    day: '2025-01-09',
    reason: 'national day of mourning for Jimmy Carter',
    source: 'Executive order of December 30, 2024, and SEC announcement (Mayer Brown, January 2025)',
  },
  {
    day: '2025-12-24',
    reason: 'federal offices closed by executive order',
    source: 'SEC announcement (TheCorporateCounsel.net, December 2025)',
  },
  {
    day: '2025-12-26',
    reason: 'federal offices closed by executive order',
    source: 'SEC announcement (TheCorporateCounsel.net, December 2025)',
  },
];
