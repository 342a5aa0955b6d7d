import { sha256Of } from './digest.ts';
import { ordinal } from './ordinal.ts';

/** What a reader may ask for by mail, so many times an hour. */
export type AskedMail = 'code' | 'link';

const codes = (release: string, reader: string): string => `codes/${release}~${reader}/`;

const claims: Readonly<Record<AskedMail, (release: string, reader: string) => string>> = {
  code: codes,
  link: (release, reader) => codes(release, `${reader}~link`),
};

/** Keys of the desk by which approvers come in; tokens are in them only as SHA-256 in hexadecimal. */
export const deskKeys = {
  link: (tokenSha256: string) => `links/${tokenSha256}.json`,
  session: (tokenSha256: string) => `sessions/${tokenSha256}.json`,
  /** Which mail of which release a message was, by the id that SES gave it. */
  message: (messageId: string) => `messages/${messageId}.json`,
  codes,
  claims: (kind: AskedMail, release: string, reader: string) => claims[kind](release, reader),
  /** That the nth mail of a kind was asked for. */
  claim: (kind: AskedMail, release: string, reader: string, number: number) =>
    `${claims[kind](release, reader)}${ordinal(number)}.claim.json`,
  /** The code as notify minted it, hashed. */
  code: (release: string, approver: string, code: number) =>
    `${codes(release, approver)}${ordinal(code)}.code.json`,
  /** The prefix of all tries of the codes of a link, by SHA-256 of its token; they are kept for as long as the link works. */
  tries: (link: string) => `tries/${link}/`,
  codeTry: (link: string, code: number, attempt: number) =>
    `tries/${link}/${ordinal(code)}.try-${attempt}.json`,
  /** That a try of a code was right. */
  codeUsed: (link: string, code: number) => `tries/${link}/${ordinal(code)}.used.json`,
};

/** Keys of the desk that count the releases which begin from a source within one window of time. */
export const begunKeys = {
  /** The prefix of its markers, one for each release. */
  markers: (source: string, window: string) => `begun/${source}~${window}/`,
  marker: (source: string, window: string, release: string) => `begun/${source}~${window}/${release}.json`,
  /** Which release carries the mail that tells of them all. */
  digest: (source: string, window: string) => `begun/${source}~${window}.digest.json`,
};

/** Keys of the desk by which it is known that somebody was told of news which wait for a release to be thawed. */
export const waitingKeys = {
  /** Of these very news. */
  news: (release: string, news: readonly string[]) => `waiting/${release}/${sha256Of(news.join('\n'))}.json`,
  /** Of any, on that day. */
  day: (release: string, now: Date) => `waiting/${release}/${now.toISOString().slice(0, 10)}.json`,
};

/**
 * The key of the desk under which sweep keeps, for a month, on which releases of a company there was nothing to do. Each month
 * all are looked at anew.
 */
export const restKey = (company: string, now: Date): string =>
  `rest/${now.toISOString().slice(0, 7)}/${company}.json`;

/** How many wrong codes were typed by a link, given the keys of its tries. One that is being compared is among them. */
export const wrongTries = (keys: readonly string[]): number =>
  keys.filter((key) => key.includes('.try-')).length -
  keys.filter((key) => key.endsWith('.used.json')).length;

/** The numbers of a reader's mails of which a paper of this kind is on the desk, in order. */
export const paperNumbers = (keys: readonly string[], kind: 'claim' | 'code'): number[] =>
  keys
    .flatMap((key) => {
      const [, digits, found] = /\/(\d{4,})\.(claim|code)\.json$/.exec(key) ?? [];
      return found === kind && digits !== undefined ? [Number(digits)] : [];
    })
    .sort((a, b) => a - b);
