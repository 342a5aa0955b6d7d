import type { Company } from '../../functions/domain/company.ts';
import { type Draft, seal, type UnsealedDraft } from '../../functions/domain/draft.ts';
import type { EventFact } from '../../functions/domain/event.ts';
import { keys } from '../../functions/domain/keys.ts';
import { applyPolicy } from '../../functions/domain/policy.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { companyOfId } from './examples.ts';
import type { MemoryLedger } from './memory-ledger.ts';

/** The company whose drafts these are: legal needs 1 of margaret-osei and daniel-frost, the board 2 of three. */
export const company: Company = companyOfId('iec-electronics');

export const release = 'iec-electronics.ceo-departure';

/** A person and words that only the draft may tell; whatever else tells them has leaked. */
export const secrets = {
  name: 'Zebulon Q. Thackeray',
  headline: 'IEC Announces Departure of Zebulon Q. Thackeray',
  slug: 'ceo-departure',
} as const;

const paragraph = `Newark, New York - June 6, 2002 - IEC Electronics Corp. (Nasdaq-SCM:  IECE) announced today that Chief Executive Officer ${secrets.name} has left IEC.`;

/** From when to when the drafts can be decided on. */
export const open = { now: new Date('2002-06-06T10:00:00.000Z'), expiresAt: '2002-06-10T10:00:00.000Z' };

const base: UnsealedDraft = {
  release,
  draft: 1,
  company: company.id,
  createdAt: '2002-06-06T10:00:00.000Z',
  announced: '2002-06-06',
  events: ['hr~evt-1'],
  content: {
    exhibitLabel: 'Exhibit 99.1',
    releaseLine: 'Press Release dated June 6, 2002',
    headline: secrets.headline,
    subheads: ['New York Facility Undergoes Restructuring'],
    above: [],
    sections: [
      {
        name: 'news',
        blocks: [paragraph, 'W. Barry Gilbert has been appointed acting Chief Executive Officer.'],
        lines: [],
      },
      { name: 'boilerplate', blocks: company.boilerplate.paragraphs, lines: [] },
      {
        name: 'safe-harbor',
        heading: 'Forward-Looking Statements',
        blocks: company.safeHarbor.paragraphs,
        lines: [],
      },
      { name: 'contact', heading: company.contact.heading, blocks: [], lines: company.contact.lines },
    ],
    endMark: '###',
    pageLine: true,
  },
  text: `Exhibit 99.1\n\n     ${secrets.headline}`,
  html: `<html><body><p>${secrets.headline}</p></body></html>`,
  wires: [],
  form8k: '<html><body><p>FORM 8-K</p></body></html>',
  missing: [],
  edits: { places: [], wording: [], facts: [], notes: [] },
  unused: [],
  disclosure: { items: [], exchanges: [] },
  checks: [],
  dates: [],
  evidence: [],
  ...applyPolicy(company, { acts: [] }, open),
  decideBy: '2002-06-07T10:00:00.000Z',
  remindAt: ['2002-06-07T06:00:00.000Z'],
  escalateAt: '2002-06-07T08:00:00.000Z',
  expiresAt: '2002-06-10T10:00:00.000Z',
  coolingOffMinutes: 0,
  carried: [],
};

/** A draft that may be approved, sealed after the changes that a test makes to it. */
export const draftOf = (changes: Partial<UnsealedDraft> = {}): Draft => seal({ ...base, ...changes });

/** Who may decide where the acts are about this approver. */
export const recusing = (name: string): Pick<Draft, 'approvers' | 'groups'> =>
  applyPolicy(company, { acts: [{ kind: 'officer-departure', person: { name }, manner: 'left' }] }, open);

/** A fact that keeps a draft from being approved, in all the places where it shows. */
export const unconfirmed: Pick<Draft, 'missing' | 'checks'> = {
  missing: [{ event: 'hr~evt-1', kind: 'officer-departure', act: 0, fact: 'title of the officer' }],
  checks: [
    {
      id: 'missing-fact',
      severity: 'error',
      message: 'To be confirmed: title of the officer (event hr~evt-1).',
    },
  ],
};

/** An event `{source}~{id}` as receive records it, about nothing but a listing. */
export const eventOf = (name: string): EventFact => ({
  source: name.split('~')[0] ?? '',
  id: name.split('~')[1] ?? '',
  release,
  time: '2002-06-06T09:00:00Z',
  receivedAt: '2002-06-06T09:00:01.000Z',
  data: {
    company: company.id,
    replaces: [],
    retracts: [],
    acts: [{ kind: 'listing-transfer', to: 'The Nasdaq SmallCap Market' }],
  },
  proof: {
    bodySha256: '0'.repeat(64),
    key: 'current',
    deliveryId: `msg-${name}`,
    signedAt: '2002-06-06T09:00:00Z',
  },
});

/** Puts an event `{source}~{id}` into a ledger. */
export const putEvent = async (ledger: MemoryLedger, name: string, of = release): Promise<void> => {
  const fact = { ...eventOf(name), release: of };
  await putFact(ledger, keys.event(of, fact.source, fact.id), fact);
};

/** Puts a draft and the events that it was made from into a ledger, as taken at the time that the draft says. */
export const putDraft = async (ledger: MemoryLedger, draft: Draft): Promise<Draft> => {
  const known = new Set(ledger.facts.keys());
  for (const event of draft.events) await putEvent(ledger, event, draft.release);
  await putFact(ledger, keys.draft(draft.release, draft.draft), draft);
  for (const key of ledger.facts.keys())
    if (!known.has(key)) ledger.times.set(key, new Date(draft.createdAt));
  return draft;
};
