import { mailIds, operationsReader } from './mail-ids.ts';
import type { Reachability, Reason } from './reachability.ts';
import type { WantedMail } from './wanted-mail.ts';

/** The kinds of reason that are told once for each draft. */
type RiskKind =
  | 'late-decisions'
  | 'late-filing'
  | 'errors'
  | 'too-few'
  | 'recused'
  | 'changed'
  | 'absent'
  | 'unreachable';

/** What a reason is told as; undefined where the draft is about to end for it, which is told then. */
const kindOf = (reason: Reason): RiskKind | undefined => {
  switch (reason.kind) {
    case 'late':
      return reason.which === 'expiry' ? undefined : `late-${reason.which}`;
    case 'errors':
    case 'recused':
    case 'changed':
    case 'absent':
    case 'unreachable':
      return reason.kind;
    case 'asked-for-changes':
    case 'newer-event':
    case 'frozen':
    case 'ended':
      return undefined;
  }
};

/** A draft that ends soon for one of these is no longer at risk. */
const endsSoon = ({ kind }: Reason): boolean =>
  kind === 'newer-event' || kind === 'frozen' || kind === 'ended' || kind === 'asked-for-changes';

/** The kinds of reason for which a draft may not pass, in order; none where it is about to end. */
export const riskKinds = ({ groups, reasons }: Reachability): RiskKind[] => {
  if (reasons.some(endsSoon)) return [];
  const tooFew = groups.some(({ verdict }) => verdict === 'no');
  return [
    ...new Set([...(tooFew ? ['too-few' as const] : []), ...reasons.flatMap((r) => kindOf(r) ?? [])]),
  ].sort();
};

/** What somebody was told of already, by the ids of those mails. */
const toldKinds = (
  mails: ReadonlySet<string>,
  draft: number,
  reader: typeof operationsReader | undefined,
): string[] => {
  const [own, others] = [mailIds.atRisk(draft, [], reader), mailIds.atRisk(draft, [], operationsReader)];
  // What the owner's begin with, those to whoever runs Gazette begin with too.
  const isOwn = (mail: string): boolean =>
    mail.startsWith(own) && (own === others || !mail.startsWith(others));
  return [...mails].flatMap((mail) => (isOwn(mail) ? mail.slice(own.length).split('.') : []));
};

/**
 * The mails that say that a draft may not pass: one to the owner and one to whoever runs Gazette, of the kinds of reason that
 * they were not told of yet. What only the company can put right, errors of the draft, is told to the owner alone.
 */
export const riskMails = (
  { draft, mails }: { draft: number; mails: ReadonlySet<string> },
  kinds: readonly RiskKind[],
): WantedMail[] =>
  ([undefined, operationsReader] as const).flatMap((reader) => {
    const told = toldKinds(mails, draft, reader);
    const news = kinds.filter((kind) => !told.includes(kind) && !(reader && kind === 'errors'));
    if (news.length === 0) return [];
    const id = mailIds.atRisk(draft, news, reader);
    return [{ id, kind: 'at-risk', ...(reader && { operations: true }) }];
  });
