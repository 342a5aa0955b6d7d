import type { Act } from '../acts.ts';
import type { Duty } from './advice.ts';
import { easternTimeOf, minutesFrom } from './eastern-time.ts';

/** The first day on which NYSE wants notice at any hour, and not only while it takes calls. */
const firstDay = '2018-02-01';

const isDividend = (act: Act): boolean =>
  act.kind === 'dividend' ||
  act.kind === 'dividend-suspension' ||
  (act.kind === 'stock-split' && /dividend/i.test(act.form ?? ''));

/** What NYSE asks for before a release of these acts that is planned for an instant, where one is about a dividend. */
export const dividendDuties = (planned: Date, acts: readonly Act[]): Duty[] =>
  easternTimeOf(planned).day >= firstDay && acts.some(isDividend)
    ? [
        {
          rule: 'NYSE Listed Company Manual 204.12 and 204.21',
          text: 'A dividend, one that is left out, or a distribution of stock: give the NYSE notice at least ten minutes before the release, at any hour.',
          latest: minutesFrom(planned, -10),
        },
      ]
    : [];
