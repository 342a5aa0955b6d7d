import { warning } from '../check.ts';
import type { Check, Draft } from '../draft.ts';
import { nameKey } from '../policy.ts';
import type { DraftEdits } from './desk-edits.ts';
import { placeWords } from './place-words.ts';

interface Written {
  by: string;
  where: string;
  text: string;
  composed: string;
}

type Edits = Pick<DraftEdits, 'places' | 'wording' | 'facts'>;

const writtenIn = ({ places, wording, facts }: Edits): Written[] => [
  ...wording
    .filter(({ stands }) => stands)
    .map(({ by, place, text, composed }) => ({
      by,
      where: placeWords(place, { places, wording }),
      text: text.join(' '),
      composed: composed.join(' '),
    })),
  ...facts
    .filter(({ stands }) => stands)
    .map(({ by, fact, value }) => ({ by, where: fact, text: value, composed: '' })),
];

const titles = String.raw`\b(?:Mr|Ms|Mrs|Mx|Dr)\.?\s+`;

/** Whether words name somebody: by the full name in any of its forms, or by a form of address and the last name. */
const isNamedIn = (text: string, name: string): boolean => {
  const key = nameKey(name);
  const last = key.slice(key.lastIndexOf(' ') + 1);
  const addressed = [...text.matchAll(new RegExp(`${titles}(\\S+)`, 'gi'))].map(([, found = '']) =>
    nameKey(found),
  );
  return ` ${nameKey(text)} `.includes(` ${key} `) || addressed.includes(last);
};

/**
 * Remarks on approvers whose name an editor wrote into the release and who decide on it. Only an act recuses whom it is about:
 * what words say of somebody cannot be told by a program, and a name may be that of a contact.
 */
export const namedApproverRemarks = (
  edits: Edits,
  { approvers, groups }: Pick<Draft, 'approvers' | 'groups'>,
  nameOf: (by: string) => string,
): Check[] => {
  const deciding = new Set(groups.flatMap((group) => group.approvers));
  return writtenIn(edits).flatMap(({ by, where, text, composed }) =>
    approvers
      .filter(({ id, name }) => deciding.has(id) && isNamedIn(text, name) && !isNamedIn(composed, name))
      .map(({ name }) =>
        warning(
          'approver-named',
          `In ${where}, ${nameOf(by)} named ${name}, who decides on this draft. If the news is about them, an event must say so: only that keeps them from deciding.`,
        ),
      ),
  );
};
