import type { ActKind, ActOf } from '../acts.ts';
import { renderText, type Templates, type View } from '../templates.ts';
import { listingTransfer, listingTransferHeadline } from './listing-transfer.ts';
import type { Narrator, SentAct, SentActOf } from './narrator.ts';
import {
  appointmentsTogether,
  officerAppointment,
  officerAppointmentHeadline,
} from './officer-appointment.ts';
import { departuresTogether, officerDeparture, officerDepartureHeadline } from './officer-departure.ts';
import { statement, statementHeadline } from './statement.ts';
import {
  workforceReduction,
  workforceReductionHeadline,
  workforceReductionSubhead,
} from './workforce-reduction.ts';

const isOf =
  <K extends ActKind>(kind: K) =>
  (sent: SentAct): sent is SentActOf<K> =>
    sent.act.kind === kind;

const of = <K extends ActKind>(acts: readonly SentAct[], kind: K): SentAct<ActOf<K>>[] =>
  acts.filter(isOf(kind));

/** The views of a kind's template, one for each sentence that it makes; `lead` holds for the first. */
const views = (kind: ActKind, acts: readonly SentAct[], narrator: Narrator): View[] => {
  const followUp = { ...narrator, lead: false };
  const by = (index: number): Narrator => (index === 0 ? narrator : followUp);
  switch (kind) {
    case 'workforce-reduction':
      return of(acts, kind).map((sent, index) => workforceReduction(sent, by(index)));
    case 'officer-departure':
      return departuresTogether(of(acts, kind)).map((together, index) =>
        officerDeparture(together, by(index)),
      );
    case 'officer-appointment':
      return appointmentsTogether(of(acts, kind)).map((together) => officerAppointment(together, narrator));
    case 'listing-transfer':
      return of(acts, kind).map((sent, index) => listingTransfer(sent, by(index)));
    case 'statement':
      return of(acts, kind).flatMap((sent) => statement(sent, narrator));
  }
};

/**
 * Template lines are joined by one space; spaces that the sender wrote stay. A fact that ends in a full stop, such as
 * "Chen Jr.", does not get a second one from the sentence.
 */
const oneLine = (text: string): string =>
  text
    .replace(/ *\n */g, ' ')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .trim();

const line = (templates: Templates, path: string, view: View): string =>
  oneLine(renderText(templates, path, view));

/** The sentences of a kind, in order; each paragraph of a statement is one. */
export const sentences = (
  kind: ActKind,
  acts: readonly SentAct[],
  narrator: Narrator,
  templates: Templates,
): string[] => views(kind, acts, narrator).map((view) => line(templates, `release/acts/${kind}`, view));

/** The words of a line with names in it, such as the lead. */
export const renderLead = (templates: Templates, view: View): string => line(templates, 'release/lead', view);

/** What makes the headline where there are several kinds, strongest first; domain report on 68 releases. */
const headlineOrder: readonly ActKind[] = [
  'officer-departure',
  'officer-appointment',
  'workforce-reduction',
  'listing-transfer',
  'statement',
];

const headlineView = (kind: ActKind, acts: readonly SentAct[], narrator: Narrator): View | undefined => {
  switch (kind) {
    case 'officer-departure':
      return officerDepartureHeadline(of(acts, kind), narrator);
    case 'officer-appointment':
      return officerAppointmentHeadline(of(acts, kind), narrator);
    case 'workforce-reduction':
      return of(acts, kind).map((sent) => workforceReductionHeadline(sent, narrator))[0];
    case 'listing-transfer':
      return of(acts, kind).map((sent) => listingTransferHeadline(sent, narrator))[0];
    case 'statement':
      return of(acts, kind).map((sent) => statementHeadline(sent, narrator))[0];
  }
};

/** The headline by rule: from the strongest kind of act in the release. */
export const headline = (acts: readonly SentAct[], narrator: Narrator, templates: Templates): string => {
  const kind = headlineOrder.find((candidate) => acts.some(isOf(candidate)));
  const view = kind && headlineView(kind, acts, narrator);
  return view === undefined ? narrator.company.name : line(templates, `release/headlines/${kind}`, view);
};

/** The lines under the headline that the house style asks for. */
export const subheads = (acts: readonly SentAct[], { company }: Narrator, templates: Templates): string[] =>
  company.house.subheads.flatMap((kind) =>
    of(acts, kind)
      .map(workforceReductionSubhead)
      .filter((view) => view !== undefined)
      .map((view) => line(templates, `release/subheads/${kind}`, view)),
  );
