import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mustache from 'mustache';
import type { LocalMail } from './mail.ts';
import type { ObjectFiles } from './s3/object-files.ts';
import { json, type WireHandler, type WireResponse } from './wire.ts';

const template = (name: string) =>
  readFileSync(join(import.meta.dirname, 'pages', `${name}.mustache`), 'utf8');
const frame = template('frame');
const bodies = { ledger: template('ledger'), inbox: template('inbox') };

const page = (name: keyof typeof bodies, title: string, view: object): WireResponse => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
  },
  body: mustache.render(frame, { title, ...view }, { body: bodies[name] }),
});

const time = (iso: string) => iso.slice(0, 19).replace('T', ' ');

/** The links of a mail, each once, from its text or else from its HTML. */
const linksOf = ({ text, html }: LocalMail): string[] => {
  const found =
    text === ''
      ? html.replaceAll('&amp;', '&').match(/https?:\/\/[^\s"'<>]+/g)
      : text.match(/https?:\/\/[^\s<>"]+/g);
  return [...new Set(found?.map((link) => link.replace(/[).,;:]+$/, '')))];
};

const inbox = (mails: readonly LocalMail[]) =>
  page('inbox', 'Inbox', {
    mails: mails.toReversed().map((mail) => ({
      ...mail,
      to: mail.to.join(', '),
      time: time(mail.at),
      links: linksOf(mail),
      hasHtml: mail.html !== '',
      // Approval pages refuse to be framed: a link in a frame must lead out of it.
      framed: `<base target="_blank">${mail.html}`,
    })),
  });

const ledger = (buckets: Readonly<Record<string, ObjectFiles>>) =>
  page('ledger', 'Ledger', {
    buckets: Object.entries(buckets).map(([name, files]) => ({
      name,
      directory: files.directory,
      objects: files
        .keys('')
        .flatMap((key) => files.facts(key) ?? [])
        .sort((a, b) => a.lastModified.getTime() - b.lastModified.getTime())
        .map(({ key, size, lastModified }) => ({
          key,
          size,
          time: time(lastModified.toISOString()),
          href: `/_local/object?bucket=${name}&key=${encodeURIComponent(key)}`,
        })),
    })),
  });

/** A page elsewhere can point a name of its own at this machine; only such a name shows that, and must not read the inbox. */
const isThisMachine = (host: string | undefined): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');

interface PagesOptions {
  buckets: Readonly<Record<string, ObjectFiles>>;
  mails(): LocalMail[];
}

/** Pages for people at the machine, which are no part of what is deployed: the mails that went out, and what lies in the buckets. */
export const createPages = ({ buckets, mails }: PagesOptions): WireHandler => {
  const object = (query: URLSearchParams): WireResponse => {
    const [bucket, key] = [query.get('bucket') ?? '', query.get('key') ?? ''];
    const files = Object.hasOwn(buckets, bucket) ? buckets[bucket] : undefined;
    if (files?.facts(key) === undefined) return json(404, { message: 'Not Found' });
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
    return { status: 200, headers, body: files.read(key) };
  };
  return ({ method, path, query, headers }) => {
    if (!isThisMachine(headers['host'])) return json(403, { message: 'Forbidden' });
    if (method !== 'GET' && method !== 'HEAD') return json(405, { message: 'Method Not Allowed' });
    switch (path) {
      case '/_local/inbox':
        return inbox(mails());
      case '/_local/mails.json':
        return json(200, mails());
      case '/_local/ledger':
        return ledger(buckets);
      case '/_local/object':
        return object(query);
      default:
        return json(404, { message: 'Not Found' });
    }
  };
};
