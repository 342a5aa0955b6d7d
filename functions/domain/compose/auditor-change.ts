import type { View } from '../templates.ts';
import { findingsView } from './auditor-findings.ts';
import { pausesBefore } from './clauses.ts';
import { dayView, decisionView } from './day.ts';
import { effectiveView } from './effective.ts';
import { companyView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Change = SentActOf<'auditor-change'>;

const actionView = ({ act: { action } }: Change) => ({
  engaged: action === 'engaged',
  dismissed: action === 'dismissed',
  resigned: action === 'resigned',
  declined: action === 'declined',
});

const firmOf = (sent: Change, { need }: Narrator): string =>
  need(
    sent,
    sent.act.firm,
    `the accounting firm that ${sent.act.action === 'engaged' ? 'is engaged' : 'leaves'}`,
    'firm',
  );

/** Who approved the change and when; of a firm that leaves by itself, when it gave notice. */
const formalities = (sent: Change, narrator: Narrator) => {
  const { action, approvedBy, decided, noticed } = sent.act;
  const leaves = action === 'resigned' || action === 'declined';
  const notice =
    leaves && noticed ? dayView(sent, noticed, 'the day of the notice', narrator, true, 'noticed').day : null;
  return {
    approvedBy: approvedBy ?? null,
    decision: leaves && approvedBy === undefined ? null : decisionView(sent, decided, narrator),
    notice: notice && {
      company: narrator.company.shortName,
      resigned: action === 'resigned',
      ...notice,
    },
  };
};

/** Which firm comes or goes, who approved it, and what Item 304 of Regulation S-K asks about the firm that goes. */
const changed = (sent: Change, narrator: Narrator): View => {
  const { predecessor, period, reason, effective, reports } = sent.act;
  const fact = 'the day on which the change of accounting firms takes effect';
  const { day, dated } = effectiveView(sent, effective, fact, narrator);
  const { it, its } = companyView(narrator);
  return {
    it,
    its,
    ...actionView(sent),
    firm: firmOf(sent, narrator),
    predecessor: predecessor ?? null,
    period: period ?? null,
    ...day,
    reason: reason ?? null,
    pause: pausesBefore(reason, dated || period !== undefined),
    ...formalities(sent, narrator),
    reports: reports ?? null,
    ...findingsView(sent, narrator),
  };
};

/** Each change has its sentences; the headline names a firm that comes, and not one that leaves; both are a change. */
export const auditorChange: Composer<'auditor-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, changed),
  headline: ([first, ...others], { company }) => ({
    company: company.shortName,
    changes: others.some(({ act }) => (act.action === 'engaged') !== (first.act.action === 'engaged')),
    ...actionView(first),
    firm: first.act.firm ?? null,
  }),
};
