const sectionWords: Readonly<Record<string, string>> = {
  headline: 'the headline',
  subheads: 'the lines under the headline',
  dateline: 'the dateline',
  news: 'the news',
  boilerplate: 'the text about the company',
  'safe-harbor': 'the forward-looking statements',
  notice: 'the notice',
  contact: 'the contact',
};

/** A place of a release in words, such as "paragraph 2 of the news". */
export const placeWords = (place: string): string => {
  const [section = '', part] = place.split('.');
  const words = sectionWords[section] ?? section;
  if (part === undefined) return words;
  if (part === 'heading') return `the heading of ${words}`;
  return part === 'lines' ? `the lines of ${words}` : `paragraph ${Number(part) + 1} of ${words}`;
};
