import { localDateOf } from './dates.ts';
import { sha256Of } from './digest.ts';

const asSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48)
    .replace(/-$/, '');

/** Writes a subject for an id; where letters are lost, eight hexadecimal digits of its SHA-256 keep subjects apart. */
export const subjectSlug = (subject: string): string => {
  const short = asSlug(subject);
  if (short === subject) return short;
  const digest = sha256Of(subject.normalize('NFC')).slice(0, 8);
  return short === '' ? digest : `${short}-${digest}`;
};

/**
 * The id of the release that an event belongs to: `{company}.{subject}`. Events that name the same subject belong
 * together; one without a subject goes by the day of its decision, else by the company's local date of its time.
 */
export const releaseIdOf = (
  event: {
    subject?: string | undefined;
    time: string;
    data: { company: string; decided?: string | undefined };
  },
  timeZone: string,
): string => {
  const subject = event.subject ?? event.data.decided ?? localDateOf(new Date(event.time), timeZone);
  return `${event.data.company}.${subjectSlug(subject)}`;
};

/** The company's id in a release's id; neither part can hold a dot. */
export const companyOf = (release: string): string => release.split('.', 1)[0] ?? release;

/** The release that takes what comes after this one has closed: `x.y`, then `x.y.2`, then `x.y.3`. */
export const followUpOf = (release: string): string => {
  const [company, subject, number] = release.split('.');
  return `${company}.${subject}.${number === undefined ? 2 : Number(number) + 1}`;
};

/** Whether two releases are on one subject of one company: the same, or one follows the other. */
export const isSameSubject = (a: string, b: string): boolean =>
  a.split('.', 2).join('.') === b.split('.', 2).join('.');

/** Whether a release follows one that had closed. */
export const isFollowUp = (release: string): boolean => release.split('.').length > 2;

/** How logs name a release: the first twelve digits of the SHA-256 of its id, because its subject may be the news. */
export const releaseMark = (release: string): string => sha256Of(release).slice(0, 12);
