import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Company, ownerReader } from '../../functions/domain/company.ts';
import { type Draft, seal } from '../../functions/domain/draft.ts';
import type { MailAsk } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { mailIds, operationsReader } from '../../functions/domain/mail-ids.ts';
import { makeDraft } from '../../functions/domain/make-draft.ts';
import { releaseIdOf } from '../../functions/domain/release.ts';
import type { Templates } from '../../functions/domain/templates.ts';
import { makeWork } from '../../functions/notify/handler.ts';
import type { NotifyPorts } from '../../functions/notify/ports.ts';
import { type Ledger, putFact } from '../../functions/ports/ledger.ts';
import type { OutgoingMail } from '../../functions/ports/mail.ts';
import { readConfig } from '../../infra/config.ts';
import { asFact } from '../as-fact.ts';
import { readEventFiles } from '../event-files.ts';
import { away, delegate, type Sample } from './list.ts';
import { sampleLedger, sceneOf } from './scene.ts';

/** The address that sample mails come from. */
export const sender = 'no-reply@gazette.example.com';

const operations = { name: 'Gazette operations', email: 'ops@gazette.example.com' };
const draftedAt = new Date('2026-11-17T17:00:00Z');
const missing = { id: 'missing-fact', severity: 'error', message: 'To be confirmed.' } as const;

/** The profile that samples are of: one of the configuration, with somebody away, a calendar, and time to think again. */
const profileOf = ({ stepUp = 'code' }: Sample): Company => {
  const company = readConfig().companies.find(({ id }) => id === 'halden-optics');
  if (company === undefined) throw new Error('There is no profile config/companies/halden-optics.json');
  const absences = [{ from: '2026-11-16', until: '2026-11-20' }];
  return {
    ...company,
    approvers: company.approvers.map((approver) =>
      approver.id === away ? { ...approver, delegate, absences } : approver,
    ),
    policy: { ...company.policy, coolingOffMinutes: 30, calendar: true, stepUp },
  };
};

/** Puts an example's event and the drafts that a sample needs into a ledger; answers with the draft that it is about. */
const putDrafts = async (
  ledger: Ledger,
  company: Company,
  { draft: wanted = 1, unapprovable }: Sample,
  templates: Templates,
): Promise<Draft> => {
  const file = join(import.meta.dirname, '..', '..', 'examples', 'acts', 'auditor-change.json');
  const facts = readEventFiles([file], readConfig().sources).map(({ event, source }) =>
    asFact(event, source, releaseIdOf(event, company.timeZone)),
  );
  const release = facts[0]?.release ?? '';
  for (const fact of facts) await putFact(ledger, keys.event(release, fact.source, fact.id), fact);
  let newest: Draft | undefined;
  for (let number = 1; number <= wanted; number += 1) {
    const made = makeDraft({ company, release, number, events: facts, now: draftedAt }, templates);
    if (made === undefined) throw new Error(`${file} announces nothing`);
    newest = seal({ ...made, checks: unapprovable ? [missing] : [] });
    await putFact(ledger, keys.draft(release, number), newest);
  }
  if (newest === undefined) throw new Error('A sample is about a draft');
  return newest;
};

const mailIdOf = ({ kind, to }: Sample, draft: number): string => {
  const numbered = kind === 'code' || kind === 'receipt' || kind === 'taken-back' || kind === 'cooling';
  return mailIds.of(kind, draft, to === ownerReader ? undefined : to, numbered ? 1 : undefined);
};

type Known = Pick<NotifyPorts, 'ledger' | 'companies' | 'templates' | 'now'>;

/** The mail that notify makes of a key of the outbox; throws where it would send none. */
const deliver = async (key: string, ports: Omit<NotifyPorts, 'mailer' | 'log'>): Promise<OutgoingMail> => {
  const mails: OutgoingMail[] = [];
  const told: unknown[] = [];
  const send = async (mail: OutgoingMail): Promise<string> => {
    mails.push(mail);
    return 'sample';
  };
  await makeWork({ ...ports, mailer: { send }, log: (_level, _code, fields) => told.push(fields) })(key);
  const [mail] = mails;
  if (mail === undefined) throw new Error(`Notify sends no mail for ${key}: ${JSON.stringify(told)}`);
  return mail;
};

const portsWith = (known: Known): Omit<NotifyPorts, 'mailer' | 'log'> => ({
  ...known,
  desk: { put: async () => {} },
  sender,
  operations,
  baseUrl: 'https://gazette.example.com',
  // What opens nothing need not be secret, and so it is the same in every run.
  randomBytes: (size) => createHash('shake256', { outputLength: size }).update('sample').digest(),
});

/** A sample as notify finds it: its ledger, its mail in the outbox, and the time. */
export const stageSample = async (sample: Sample, templates: Templates) => {
  const ledger = sampleLedger();
  const company = profileOf(sample);
  const draft = await putDrafts(ledger, company, sample, templates);
  await sample.before?.(sceneOf(ledger, draft));
  const now = new Date(draftedAt.getTime() + (sample.afterHours ?? 5) * 3_600_000);
  const ask: MailAsk = {
    kind: sample.kind,
    draft: draft.draft,
    askedAt: now.toISOString(),
    ...(sample.to === operationsReader && { operations: true }),
    ...(![operationsReader, ownerReader].includes(sample.to) && { approver: sample.to }),
  };
  const id = mailIdOf(sample, draft.draft);
  await putFact(ledger, keys.mail(draft.release, id), ask);
  const companies = new Map([[company.id, company]]);
  return { id, ask, draft, company, ports: portsWith({ ledger, companies, templates, now: () => now }) };
};

/** A sample as notify would send it; throws where it would not. */
export const sendSample = async (sample: Sample, templates: Templates): Promise<OutgoingMail> => {
  const { id, draft, ports } = await stageSample(sample, templates);
  return deliver(keys.mail(draft.release, id), ports);
};

/** The mail about a mass change, as notify would send it. */
export const sendMassChange = async (templates: Templates): Promise<OutgoingMail> => {
  const ledger = sampleLedger();
  const since = draftedAt.toISOString();
  const key = keys.mail('halden-optics.held', mailIds.massChange('hr', '20261117T1700Z'));
  await putFact(ledger, key, { kind: 'mass-change', source: 'hr', since, askedAt: since });
  return deliver(key, portsWith({ ledger, companies: new Map(), templates, now: () => draftedAt }));
};
