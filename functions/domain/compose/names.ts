import type { SentAct } from './narrator.ts';

/** The names of the people whom an act is about. */
export const namesIn = ({ act, departure }: SentAct): string[] => [
  ...('person' in act && act.person !== undefined ? [act.person.name] : []),
  ...('succeeds' in act && act.succeeds !== undefined ? [act.succeeds.name] : []),
  ...('incoming' in act && act.incoming !== undefined ? [act.incoming.name] : []),
  ...('outgoing' in act && act.outgoing !== undefined ? [act.outgoing.name] : []),
  ...('speaker' in act ? [act.speaker.name] : []),
  ...(departure?.act.person === undefined ? [] : [departure.act.person.name]),
];

const closeName = (text: string, name: string): string =>
  text.split(name).reduce((said, rest) => `${said}${name}${/^ \p{Ll}/u.test(rest) ? ',' : ''}${rest}`);

/** What stays as it is: a quotation, and what is to be confirmed. */
const fixed = /(".*|\[[^\]]*\])/;

/** Closes names such as "Ann Lee, Ph.D." with a comma where the sentence goes on. */
export const closeNames = (text: string, names: Iterable<string>): string => {
  const open = [...new Set(names)].filter((name) => name.includes(', '));
  // Every second part of what is split is fixed.
  const parts = open.length === 0 ? [text] : text.split(fixed);
  return parts.map((part, index) => (index % 2 === 1 ? part : open.reduce(closeName, part))).join('');
};
