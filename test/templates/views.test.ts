import mustache from 'mustache';
import { describe, expect, it } from 'vitest';
import type { Act, ActKind } from '../../functions/domain/acts.ts';
import { listingTransfer, listingTransferHeadline } from '../../functions/domain/compose/listing-transfer.ts';
import { missingFacts, type Narrator, type SentActOf } from '../../functions/domain/compose/narrator.ts';
import {
  officerAppointment,
  officerAppointmentHeadline,
} from '../../functions/domain/compose/officer-appointment.ts';
import {
  officerDeparture,
  officerDepartureHeadline,
} from '../../functions/domain/compose/officer-departure.ts';
import { statement, statementHeadline } from '../../functions/domain/compose/statement.ts';
import {
  workforceReduction,
  workforceReductionHeadline,
  workforceReductionSubhead,
} from '../../functions/domain/compose/workforce-reduction.ts';
import type { View } from '../../functions/domain/templates.ts';
import { companyOfId } from '../support/examples.ts';
import { templates } from '../support/templates.ts';

const narrator: Narrator = {
  company: companyOfId('halden-optics'),
  announced: '2026-11-19',
  lead: true,
  need: missingFacts().need,
};
const person = { name: 'Ann Lee', honorific: 'Ms.', familyName: 'Lee' } as const;
const sent = <K extends ActKind>(act: Extract<Act, { kind: K }>): SentActOf<K> => ({ act, event: 'hr~1' });

const reduction = sent({ kind: 'workforce-reduction', facility: { region: 'Ohio', type: 'plant' } });
const departure = sent({ kind: 'officer-departure', person, manner: 'left', consulting: {} });
const appointment = sent({ kind: 'officer-appointment', person });
const transfer = sent({ kind: 'listing-transfer' });
const words = sent({ kind: 'statement', speaker: person, paragraphs: ['One.'] });

const views: [string, View | undefined][] = [
  ['release/acts/workforce-reduction', workforceReduction(reduction, narrator)],
  ['release/acts/officer-departure', officerDeparture([departure], narrator)],
  ['release/acts/officer-appointment', officerAppointment([appointment], narrator)],
  ['release/acts/listing-transfer', listingTransfer(transfer, narrator)],
  ['release/acts/statement', statement(words, narrator)[0]],
  ['release/headlines/workforce-reduction', workforceReductionHeadline(reduction, narrator)],
  ['release/headlines/officer-departure', officerDepartureHeadline([departure], narrator)],
  ['release/headlines/officer-appointment', officerAppointmentHeadline([appointment], narrator)],
  ['release/headlines/listing-transfer', listingTransferHeadline(transfer, narrator)],
  ['release/headlines/statement', statementHeadline(words, narrator)],
  ['release/subheads/workforce-reduction', workforceReductionSubhead(reduction)],
];

/** The names that a template uses, those of a list below the list's own. */
const namesUsed = (tokens: unknown, inView: (name: string) => unknown, prefix = ''): string[] =>
  (Array.isArray(tokens) ? tokens : []).flatMap((token: unknown) => {
    if (!Array.isArray(token) || token[0] === 'text' || token[1] === '.') return [];
    const name = String(token[1]);
    const inner = Array.isArray(inView(prefix + name)) ? `${prefix}${name}.` : prefix;
    return [prefix + name, ...namesUsed(token[4], inView, inner)];
  });

const namesIn = (view: View, prefix = ''): string[] =>
  Object.entries(view).flatMap(([name, value]) => {
    const [item] = Array.isArray(value) ? value : [];
    return [prefix + name, ...(typeof item === 'object' ? namesIn(item, `${prefix}${name}.`) : [])];
  });

describe('a template of the release', () => {
  it.each(views)('%s uses every name of its view and no other', (path, view) => {
    if (view === undefined) throw new Error('no view');
    const used = namesUsed(mustache.parse(templates[path] ?? ''), (name) => view[name]);
    expect([...new Set(used)].sort()).toEqual([...new Set(namesIn(view))].sort());
  });

  it('has an entry here for every act, headline and subhead', () => {
    const all = Object.keys(templates).filter((path) => /^release\/(acts|headlines|subheads)\//.test(path));
    expect(views.map(([path]) => path).sort()).toEqual(all.sort());
  });

  it('escapes everything: no template of any folder has a triple or an unescaped tag', () => {
    const unescaped = Object.entries(templates).filter(([, text]) => /\{\{\{|\{\{&/.test(text));
    expect(unescaped.map(([path]) => path)).toEqual([]);
  });
});
