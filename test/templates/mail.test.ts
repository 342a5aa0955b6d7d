import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftMailKinds } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { mailView } from '../../functions/notify/mail-view.ts';
import { readNotice } from '../../functions/notify/notice.ts';
import { type Sample, samples } from '../../local/mail-samples/list.ts';
import { sendMassChange, sendSample, stageSample } from '../../local/mail-samples/send.ts';
import { contrast } from '../support/contrast.ts';
import { namesOf, namesUsed } from '../support/template-names.ts';
import { templates } from '../support/templates.ts';
import { unreachable } from '../support/watched-view.ts';

const directory = join(import.meta.dirname, '..', '..', 'templates', 'mail');

/** Every file of the mails by its path. */
const sources = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(mjml|mustache)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(directory, path), 'utf8') }));

const viewOf = async (sample: Sample) => {
  const { id, ask, draft, ports } = await stageSample(sample, templates);
  const all = { ...ports, mailer: { send: async () => 'id' }, log: () => {} };
  return mailView(all, await readNotice(all, draft.release, id, ask));
};

describe('the samples of mails', () => {
  it('are of every kind', () => {
    expect([...new Set(samples.map(({ kind }) => kind))].sort()).toEqual([...draftMailKinds].sort());
  });
});

describe('the templates of mails', () => {
  it.each(draftMailKinds)('of kind %s use every name of their views, and no other', async (kind) => {
    const views = await Promise.all(samples.filter((sample) => sample.kind === kind).map(viewOf));
    const [text, html] = ['txt', 'html'].map((part) => namesUsed(templates, `mail/${kind}.${part}`, views));
    expect([...(html ?? [])].sort()).toEqual([...namesOf(views)].sort());
    // A text part has no title.
    expect([...(text ?? []), 'subject'].sort()).toEqual([...namesOf(views)].sort());
  });

  it('are each a mail or part of one', () => {
    const kinds = [...draftMailKinds, 'mass-change'];
    const roots = kinds.flatMap((kind) => [`mail/${kind}.txt`, `mail/${kind}.html`]);
    const others = ['subject.txt', 'mass-change-subject.txt', 'calendar.ics'].map((name) => `mail/${name}`);
    expect(unreachable(templates, 'mail', [...others, ...roots])).toEqual([]);
  });

  it('include every part of theirs in MJML', () => {
    const included = sources.flatMap(({ text }) =>
      [...text.matchAll(/path="(?:parts\/)?([^"]+)"/g)].map(([, name]) => name),
    );
    const parts = sources.flatMap(({ path }) => /^parts\/(.+\.mjml)$/.exec(path)?.[1] ?? []);
    expect(parts.filter((part) => !included.includes(part))).toEqual([]);
  });

  it('escape everything that they print, are in ASCII, and shout nowhere', () => {
    for (const { path, text } of sources) {
      expect(text, path).not.toMatch(/\{\{[{&]/);
      expect(text, path).toMatch(/^[\n\x20-\x7E]*$/);
      expect(text, path).not.toContain('!');
    }
  });

  it('set colours only where they can be read on white and on black, as mail programs turn them about', () => {
    const colours = new Set(sources.flatMap(({ text }) => text.match(/#[0-9a-f]{3,6}\b/gi) ?? []));
    expect(colours.size).toBeGreaterThan(0);
    for (const colour of colours) {
      expect(contrast(colour, '#ffffff'), colour).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, '#000000'), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('name only headings that the runbook has', () => {
    const runbook = readFileSync(join(directory, '..', '..', 'docs', 'runbook.md'), 'utf8');
    const headings = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
    const named = sources.flatMap(({ path, text }) =>
      path.endsWith('.mjml') && text.includes('unbook')
        ? [...text.matchAll(/<strong>([A-Z][^<.]*)<\/strong>/g)].map(([, heading = '']) =>
            heading.toLowerCase(),
          )
        : [],
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((heading) => !headings.includes(heading))).toEqual([]);
  });
});

const every: [string, () => Promise<{ html: string; text: string; subject: string }>][] = [
  ...samples.map((sample): (typeof every)[number] => [sample.name, () => sendSample(sample, templates)]),
  ['mass-change', () => sendMassChange(templates)],
];

describe.each(every)('the mail %s', (_name, send) => {
  it('is HTML that loads nothing, lays out with tables that say so, and fits every mail program', async () => {
    const { html, subject } = await send();
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr"/);
    expect(html).toContain(`<title>${subject}</title>`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    for (const [table] of html.matchAll(/<table[^>]*>/g)) expect(table).toContain('role="presentation"');
    for (const [link] of html.matchAll(/<a [^>]*>/g)) {
      expect(link).toContain('target="_blank"');
      expect(link).toContain('rel="noopener noreferrer"');
    }
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=|fonts\.googleapis/);
    expect(html.length).toBeLessThan(30_000);
  });

  it('has a text part with single empty lines, no line that would be broken, and no space at the end of one', async () => {
    const { text } = await send();
    expect(text).not.toMatch(/\n\n\n|[ \t]\n|^\s|\n\n$/);
    expect(text.split('\n').filter((line) => line.length > 78)).toEqual([]);
  });

  it('is in ASCII, with no line that mail cannot carry as it is', async () => {
    const { html, text } = await send();
    expect(html + text).toMatch(/^[\n\x20-\x7E]*$/);
    for (const line of html.split('\n')) expect(line.length).toBeLessThan(998);
  });
});

describe.each(samples)('the mail $name', (sample) => {
  it('says nothing of what the release is about, and of whom', async () => {
    const { draft, company, id } = await stageSample(sample, templates);
    const { subject, text, html, attachments = [] } = await sendSample(sample, templates);
    const told = [subject, text, html, ...attachments.map(({ content }) => content)].join('\n');
    const people = [company.owner, ...company.approvers];
    const untold = [
      company.name,
      company.shortName,
      ...people.flatMap(({ name, email }) => [name, email, name.split(' ').at(-1) ?? name]),
      ...company.approvers.flatMap(({ title }) => title),
      draft.content.headline,
      draft.release,
      draft.sha256,
      id,
      ...draft.events,
      keys.releases,
      'audit',
      'account',
    ];
    for (const words of untold) expect(told.toLowerCase()).not.toContain(words.toLowerCase());
  });

  it('has the reference in its subject and the number of its draft in its first words', async () => {
    const { subject, text, html, thread } = await sendSample(sample, templates);
    expect(subject).toBe(`Approval of release ${thread}`);
    expect(text).toContain(`Release ${thread}, draft ${sample.draft ?? 1}`);
    expect(html).toContain(`Release ${thread}, draft ${sample.draft ?? 1}`);
  });

  it('has one link for its reader, and none for whoever runs Gazette', async () => {
    const { text, html } = await sendSample(sample, templates);
    const links = new Set(
      `${text}\n${html}`.match(/https?:\/\/[^\s"<]+/g)?.filter((link) => !link.includes('w3.org')),
    );
    const without = ['code', 'withdrawn', 'no-action', 'frozen', 'published'];
    const mayLack = sample.to === 'operations' || without.includes(sample.kind);
    expect(links.size).toBeLessThanOrEqual(sample.to === 'operations' ? 0 : 1);
    if (!mayLack) expect([...links].join()).toMatch(/^https:\/\/gazette\.example\.com\/r\/[a-z2-7]{32}$/);
  });
});
