import { keys } from '../../functions/domain/keys.ts';
import { freezeRelease } from '../../functions/ports/freeze.ts';
import { stepGate } from '../../functions/ports/gate.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { draftOf, putDraft, release } from './draft.ts';
import type { Office } from './office.ts';
import { choosing, defaults, junk, type Scanner, seenJunk } from './scanner.ts';
import { hiddenFields, Visitor } from './visitor.ts';

/** How a company lets its approvers in: by a code that is mailed, or by the link alone. */
export type Mode = 'code' | 'link';

/** A person with a session, whether a code or a button opens it. */
export const enterByMode = async (office: Office, path: string, mode: Mode): Promise<Visitor> => {
  const person = new Visitor(office, path);
  if (mode === 'code') await person.enter();
  else {
    const form = hiddenFields(await person.get(), 'open');
    office.clock.pass(1);
    await person.postRaw(form);
  }
  return person;
};

export const decideAs = async (office: Office, person: Visitor): Promise<void> => {
  const confirmation = office.draft.sha256.slice(4, 8);
  const answer = await person.decide('approve', { confirmation });
  if (answer.statusCode !== 303) throw new Error(`The decision was answered with ${answer.statusCode}`);
};

const endAs = async (office: Office, outcome: 'superseded' | 'expired'): Promise<void> => {
  const { sha256 } = office.draft;
  const at = office.clock.now().toISOString();
  await putFact(office.facts, keys.outcome(release, 1), { outcome, draft: 1, sha256, at, by: 'sweep' });
};

const ofOwner = 'a release, by the link of its owner, who may edit it';

/** Whose link it is that a scanner comes by. */
export const readerOf = (scene: string): string => (scene === ofOwner ? 'owner' : 'margaret-osei');

/** What a link leads to when a scanner comes by it: every page that a link can have. */
export const scenes: Record<string, (office: Office, path: string, mode: Mode) => Promise<unknown>> = {
  'a draft that awaits': async () => undefined,
  [ofOwner]: async () => undefined,
  'a draft whose code was just mailed': async (office, path, mode) => {
    if (mode === 'code') await new Visitor(office, path).post({ action: 'send-code' });
    await office.deliver();
  },
  'a draft that a person has open': (office, path, mode) => enterByMode(office, path, mode),
  'a draft that the person has decided on': async (office, path, mode) =>
    decideAs(office, await enterByMode(office, path, mode)),
  'a draft that has a newer one': async (office) => {
    await endAs(office, 'superseded');
    await putDraft(office.facts, draftOf({ draft: 2 }));
  },
  'a draft that has ended': (office) => endAs(office, 'expired'),
  'a link that has expired': async (office) => office.clock.pass(31 * 24 * 60),
  'a release that is frozen': (office) => freezeRelease(office.ports, release, 'helen-marsh'),
  'a release that was frozen and goes on': async (office) => {
    await freezeRelease(office.ports, release, 'helen-marsh');
    const at = office.clock.now().toISOString();
    await stepGate(office.facts, release, { gate: 'thawed', by: 'ops', at });
  },
};

interface Behaviour {
  /** Where it was seen. */
  source: string;
  headers?: Record<string, string>;
  run: (scanner: Scanner) => Promise<unknown>;
  /** Whether what it does, or its name, shows that it is a program. */
  shows: boolean;
}

export const everything = [defaults, junk, seenJunk, choosing('approve'), choosing('request-changes')];

/** What programs were seen to do with links in mails. */
export const behaviours: Record<string, Behaviour> = {
  'GETs the link': {
    source: 'github.com/activepieces/activepieces/issues/14024',
    run: (scanner) => scanner.look(),
    shows: false,
  },
  'asks by HEAD, then GETs': {
    source: 'github.com/better-auth/better-auth/issues/9690',
    run: async (scanner) => [await scanner.look('HEAD'), await scanner.look()],
    shows: true,
  },
  'GETs the link twice at the same moment': {
    source: 'github.com/resend/resend-node/issues/901',
    run: (scanner) => Promise.all([scanner.look(), scanner.look()]),
    shows: false,
  },
  'prefetches the link': {
    source: 'developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Purpose',
    headers: { 'sec-purpose': 'prefetch' },
    run: (scanner) => scanner.look(),
    shows: true,
  },
  'fetches the link to show a preview of it': {
    source: 'api.slack.com/robots',
    headers: { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' },
    run: (scanner) => scanner.look(),
    shows: true,
  },
  'follows every link of every page': {
    source: 'github.com/outline/outline/pull/10457',
    run: (scanner) => scanner.crawl([]),
    shows: false,
  },
  'submits every form as it stands, at once': {
    source: 'github.com/FusionAuth/fusionauth-issues/issues/2443',
    run: (scanner) => scanner.crawl([defaults]),
    shows: true,
  },
  'submits every form as it stands, after half a minute': {
    source: 'github.com/FusionAuth/fusionauth-issues/issues/2443',
    run: (scanner) => scanner.crawl([defaults], { seconds: 30 }),
    shows: false,
  },
  'fills junk into every field and submits every form': {
    source: 'github.com/FusionAuth/fusionauth-site/pull/2922',
    run: (scanner) => scanner.crawl([junk], { seconds: 30 }),
    shows: true,
  },
  'posts what other pages take, without loading the page': {
    source: 'github.com/netclaw-dev/netclaw/issues/1189',
    run: async (scanner) => {
      for (const action of ['send-code', 'open', 'new-link', 'enter-code', 'decide', 'freeze'])
        for (const page of [undefined, 'not-me', 'edit'])
          await scanner.visitor.postRaw({ action, code: '123456', decision: 'approve', read: '1' }, {}, page);
    },
    shows: true,
  },
  'presses every button, ticks every box and tries every choice': {
    source: 'github.com/nextauthjs/next-auth/issues/1840',
    run: (scanner) => scanner.crawl(everything, { most: 200 }),
    shows: true,
  },
  'presses every button as slowly as a person would': {
    source: 'check.live-direct-marketing.online/blog/safelinks-inflates-click-rate-outlook',
    run: (scanner) => scanner.crawl(everything, { seconds: 20, most: 200 }),
    shows: true,
  },
};

/** What a program may leave behind: that it came, mails to the one whom the link is for and, where no code is asked, a look. */
export const harmless: Record<Mode, RegExp> = {
  code: /\/(visits\/[^/]+|mail\/(code|link)-[^/]+\.(mail|sent))\.json$/,
  link: /\/(visits\/[^/]+|seen\/(margaret-osei|owner)|mail\/link-[^/]+\.(mail|sent))\.json$/,
};
