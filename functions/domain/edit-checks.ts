import { error, warning } from './check.ts';
import type { Company } from './company.ts';
import type { SentAct } from './compose/narrator.ts';
import { textsOfBlock } from './content-texts.ts';
import { longDate } from './dates.ts';
import type { DraftEdits } from './desk-edits/desk-edits.ts';
import { editedNews } from './desk-edits/edited-news.ts';
import { editorName } from './desk-edits/editor.ts';
import { figureRemarks } from './desk-edits/figure-remarks.ts';
import { namedApproverRemarks } from './desk-edits/named-approvers.ts';
import { placeWords } from './desk-edits/place-words.ts';
import { quotationRemarks } from './desk-edits/quotations.ts';
import { otherDaysIn } from './desk-edits/release-day.ts';
import { unsentQuotationRemarks } from './desk-edits/unsent-quotations.ts';
import { untoldRemarks } from './desk-edits/untold-acts.ts';
import type { Check, Content, Draft } from './draft.ts';
import type { Reported } from './filing/reported-items.ts';
import type { PrintedNews } from './form-8k/items.ts';

type NameOf = (by: string) => string;

const quoted = (text: readonly string[]): string => (text.length === 0 ? 'nothing' : `"${text.join(' / ')}"`);

/** What editors did that no longer fits what events say: neither kept nor dropped in silence. */
const outdatedChecks = ({ places, wording, facts }: DraftEdits, nameOf: NameOf): Check[] => [
  ...wording
    .filter(({ stands }) => !stands)
    .map(({ place, event, by, composed, text }) =>
      error(
        'edit-outdated',
        `What ${nameOf(by)} wrote for ${placeWords(place, { places, wording })} (event ${event}) was for words that have changed since, and does not stand. Composed now: ${quoted(composed)}. Written: ${quoted(text)}. An editor gives it up or edits the words anew.`,
      ),
    ),
  ...facts
    .filter(({ stands }) => !stands)
    .map(({ event, by, of, fact, value }) =>
      warning(
        'supplied-unused',
        `What ${nameOf(by)} supplied (event ${event}) for ${fact}, "${value}", has no place any more: what event ${of} told has been replaced or taken back, or no longer lacks it.`,
      ),
    ),
];

/** The wires and the Form 8-K bear the day of the release, whatever a dateline says that an editor wrote. */
const datelineChecks = ({ wording }: DraftEdits, announced: string): Check[] =>
  wording
    .filter(({ place, stands }) => stands && place === 'dateline')
    .flatMap(({ text }) => otherDaysIn(text.join(' '), announced))
    .map((day) =>
      error(
        'dateline-day',
        `The dateline says ${day}, and the release bears ${longDate(announced)}. An editor changes the day of the release, or the dateline.`,
      ),
    );

/** What the tables of a release say, which are made of facts alone. */
const tableTexts = ({ above, sections }: Content): string[] =>
  [...above, ...sections].flatMap(({ blocks }) =>
    blocks.flatMap((block) => (typeof block === 'string' ? [] : textsOfBlock(block))),
  );

/** What approvers should know of the changes by editors that a draft holds, each change with the name of who made it. */
export const editChecks = (draft: {
  company: Pick<Company, 'approvers' | 'owner'>;
  edits: DraftEdits;
  acts: readonly Pick<SentAct, 'act'>[];
  content: Content;
  announced: string;
  printed: readonly PrintedNews[];
  reported: readonly Reported[];
  who: Pick<Draft, 'approvers' | 'groups'>;
}): Check[] => {
  const { edits, printed } = draft;
  const nameOf: NameOf = (by) => editorName(draft.company, by);
  const edited = editedNews(printed, edits);
  const sent = draft.acts.map(({ act }) => act);
  return [
    ...outdatedChecks(edits, nameOf),
    ...datelineChecks(edits, draft.announced),
    ...figureRemarks(edits, [sent, draft.announced], nameOf),
    ...unsentQuotationRemarks(edits, sent, nameOf),
    ...quotationRemarks(edited, printed, nameOf),
    ...untoldRemarks({ edited, printed, tables: tableTexts(draft.content) }, draft.reported, nameOf),
    ...namedApproverRemarks(edits, draft.who, nameOf),
  ];
};
