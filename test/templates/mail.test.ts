import { describe, expect, it } from 'vitest';
import { draftMailSchema, type MailAsk } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { mailIds } from '../../functions/domain/mail-ids.ts';
import { renderHtml, renderText } from '../../functions/domain/templates.ts';
import { mailView } from '../../functions/notify/mail-view.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { contrast } from '../support/contrast.ts';
import { company, draftOf, release, unconfirmed } from '../support/draft.ts';
import { openOffice } from '../support/office.ts';
import { templates } from '../support/templates.ts';
import { UsedNames, unreachable } from '../support/watched-view.ts';

type Kind = MailAsk['kind'];

const kinds: readonly Kind[] = draftMailSchema.entries.kind.options;

const viewOf = async (kind: Kind, draft = draftOf()) => {
  const office = await openOffice({ draft });
  await putFact(office.facts, keys.published(release), {
    release,
    draft: 1,
    sha256: draft.sha256,
    publishedAt: '2002-06-06T13:30:00.000Z',
    files: [],
    approvals: [],
  });
  const isForOwner = kind === 'changes-requested' || kind === 'too-late' || kind === 'withdrawn';
  const approver = isForOwner ? {} : { approver: 'margaret-osei' };
  return mailView(
    { ...office.ports, mailer: { send: async () => 'id' } },
    {
      id: mailIds.of('code', 1, 'margaret-osei', 1),
      ask: { kind, draft: 1, askedAt: '2002-06-06T12:00:00.000Z', ...approver },
      draft,
      company,
    },
  );
};

describe('the templates of mails', () => {
  it.each(kinds)(
    'of kind %s use every name of their view, and have every name that they use',
    async (kind) => {
      const names = new UsedNames();
      for (const draft of [draftOf(), draftOf(unconfirmed)]) {
        const view = names.watch(await viewOf(kind, draft));
        renderText(templates, `mail/${kind}.txt`, view);
        renderHtml(templates, `mail/${kind}.html`, view);
      }
      expect(names.unused()).toEqual([]);
    },
  );

  it('are each a mail or part of one', () => {
    const roots = kinds.flatMap((kind) => [`mail/${kind}.txt`, `mail/${kind}.html`]);
    const ofMassChange = ['mass-change-subject.txt', 'mass-change.txt', 'mass-change.html'];
    const others = ['subject.txt', ...ofMassChange].map((name) => `mail/${name}`);
    expect(unreachable(templates, 'mail', [...others, ...roots])).toEqual([]);
  });

  it('escape everything that they print, are in ASCII, and shout nowhere', () => {
    for (const [path, text] of Object.entries(templates)) {
      if (!path.startsWith('mail/')) continue;
      expect(text, path).not.toMatch(/\{\{[{&]/);
      expect(text, path).toMatch(/^[\n\x20-\x7E]*$/);
      expect(text.replace('<!doctype', ''), path).not.toContain('!');
    }
  });

  it.each(kinds)(
    'of kind %s set the text with single empty lines and no spaces at the ends of lines',
    async (kind) => {
      const text = renderText(templates, `mail/${kind}.txt`, await viewOf(kind));
      expect(text).not.toMatch(/\n\n\n| \n|^\s|\n\n$/);
    },
  );

  it.each(kinds)('of kind %s are an accessible page', async (kind) => {
    const html = renderHtml(templates, `mail/${kind}.html`, await viewOf(kind));
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(html).toMatch(/<title>Approval of release [0-9A-F]{4}-[0-9A-F]{4}<\/title>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<table|<img|<style|class=/);
    for (const [link] of html.matchAll(/<a [^>]*>/g))
      expect(link).toContain('target="_blank" rel="noopener noreferrer"');
    for (const element of ['div', 'p', 'h1', 'a', 'strong', 'span'])
      expect(html.match(new RegExp(`<${element}[ >]`, 'g'))?.length, element).toBe(
        html.match(new RegExp(`</${element}>`, 'g'))?.length,
      );
  });

  it('set colours only where they can be read on white and on black, as mail programs turn them about', () => {
    const html = Object.keys(templates)
      .filter((path) => path.startsWith('mail/'))
      .map((path) => templates[path])
      .join('\n');
    expect(html).not.toMatch(/background|#fff|#000|color:(?!#)/);
    const colours = new Set(html.match(/#[0-9a-f]{6}/g));
    expect(colours.size).toBeGreaterThan(0);
    for (const colour of colours) {
      expect(contrast(colour, '#ffffff'), colour).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, '#000000'), colour).toBeGreaterThanOrEqual(4.5);
    }
  });
});
