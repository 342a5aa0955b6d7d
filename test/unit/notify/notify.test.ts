import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { deskKeys } from '../../../functions/domain/desk-keys.ts';
import { messageSchema } from '../../../functions/domain/desk-papers.ts';
import { type MailAsk, sentSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { referenceOf } from '../../../functions/domain/reference.ts';
import { makeWork } from '../../../functions/notify/handler.ts';
import { putFact, readFact } from '../../../functions/ports/ledger.ts';
import { company, draftOf, eventOf, recusing, release, secrets, unconfirmed } from '../../support/draft.ts';
import { Killed, killAfter } from '../../support/killer.ts';
import { baseUrl, type Office, openOffice, operations } from '../../support/office.ts';
import { enterAs, Visitor } from '../../support/visitor.ts';

const askedAt = '2002-06-06T12:00:00.000Z';

/** Puts a mail into the outbox and lets notify work on it; answers with its id. */
const order = async (
  office: Office,
  id: string,
  ask: Omit<MailAsk, 'askedAt' | 'draft'>,
): Promise<string> => {
  await putFact(office.facts, keys.mail(release, id), { ...ask, draft: 1, askedAt });
  await office.notify(keys.mail(release, id));
  return id;
};

const sentOf = (office: Office, id: string) => readFact(office.facts, keys.sent(release, id), sentSchema);

const publish = (office: Office) =>
  putFact(office.facts, keys.published(release), {
    release,
    draft: 1,
    sha256: office.draft.sha256,
    publishedAt: '2002-06-06T13:30:00.000Z',
    files: [],
    approvals: [],
  });

/** An approver was shown the draft, so that its end is news to them. */
const show = (office: Office) =>
  putFact(office.facts, keys.seen(release, 1, 'margaret-osei'), {
    reader: 'margaret-osei',
    draft: 1,
    sha256: office.draft.sha256,
    at: askedAt,
  });

const everyKind: [MailAsk['kind'], string | undefined, string][] = [
  ['ask', 'margaret-osei', mailIds.of('ask', 1, 'margaret-osei')],
  ['reminder', 'margaret-osei', mailIds.of('reminder', 1, 'margaret-osei')],
  ['code', 'margaret-osei', mailIds.of('code', 1, 'margaret-osei', 1)],
  ['published', 'margaret-osei', mailIds.of('published', 1, 'margaret-osei')],
  ['changes-requested', undefined, mailIds.of('changes-requested', 1)],
  ['too-late', undefined, mailIds.tooLate('hr~evt-9')],
  ['withdrawn', 'margaret-osei', mailIds.of('withdrawn', 1, 'margaret-osei')],
  ['withdrawn', undefined, mailIds.of('withdrawn', 1)],
];

const askOf = (kind: MailAsk['kind'], approver: string | undefined) => ({
  kind,
  ...(approver !== undefined && { approver }),
});

describe('what is logged of a mail', () => {
  it('is its kind and draft, and no id that its sender chose', async () => {
    const office = await openOffice();
    await order(office, mailIds.tooLate('hr~Ann-Lee-leaves'), { kind: 'too-late' });
    expect(office.logged).toHaveLength(1);
    expect(office.logged[0]).toMatchObject({ code: 'MAIL_SENT', fields: { kind: 'too-late', draft: 1 } });
    expect(JSON.stringify(office.logged)).not.toContain('Ann-Lee');
  });
});

describe('every mail', () => {
  it.each(everyKind)(
    'of kind %s is neutral, in ASCII, and belongs to one conversation',
    async (kind, approver, id) => {
      const office = await openOffice();
      await publish(office);
      await show(office);
      await order(office, id, askOf(kind, approver));
      const [mail] = office.mails;
      expect(office.mails).toHaveLength(1);
      expect(mail?.subject).toBe(`Approval of release ${referenceOf(office.draft)}`);
      expect(mail?.thread).toBe(referenceOf(office.draft));
      const told = `${mail?.subject}\n${mail?.text}\n${mail?.html}`;
      const untold = [
        company.name,
        company.shortName,
        company.owner.name,
        company.owner.email,
        ...company.approvers.map(({ name }) => name),
        secrets.name,
        secrets.headline,
        secrets.slug,
        release,
        'IECE',
        'Chief Executive',
        'releases/',
        'hr~evt',
        office.draft.sha256,
      ];
      for (const text of untold) expect(told).not.toContain(text);
      expect(told).toMatch(/^[\n\x20-\x7E]*$/);
      for (const line of told.split('\n')) expect(line.length).toBeLessThan(998);
    },
  );

  it.each(everyKind)('of kind %s goes to the address in the profile', async (kind, approver, id) => {
    const office = await openOffice();
    await publish(office);
    await show(office);
    await order(office, id, askOf(kind, approver));
    const { name, email } = company.approvers.find((other) => other.id === approver) ?? company.owner;
    expect(office.mails[0]?.to).toEqual({ name, email });
    expect(await sentOf(office, id)).toEqual({ result: 'sent', messageId: 'message-1', at: askedAt });
  });

  it.each(everyKind.filter(([, approver]) => approver !== undefined))(
    'of kind %s is kept from an approver who is recused',
    async (kind, _approver, id) => {
      const office = await openOffice({ draft: draftOf(recusing('Margaret Osei')) });
      await publish(office);
      await order(office, id, { kind, approver: 'margaret-osei' });
      expect(office.mails).toEqual([]);
      expect(await sentOf(office, id)).toMatchObject({ result: 'not-needed', reason: 'not-asked' });
      expect([...office.papers.papers]).toEqual([]);
    },
  );
});

describe('asking an approver', () => {
  it('mails a link of fewer than 100 characters that opens the page, and keeps its token only as a hash', async () => {
    const office = await openOffice();
    const path = await office.invite('margaret-osei');
    const link = `${baseUrl}${path}`;
    expect(link.length).toBeLessThan(100);
    expect(link).toMatch(/^https:\/\/gazette\.example\.com\/r\/[a-z2-7]{32}$/);
    expect(office.mails[0]?.text.split('\n')).toContain(link);
    expect(office.mails[0]?.html).toContain(`<a href="${link}" `);
    expect([...office.papers.papers].flat().join()).not.toContain(path.slice(3));
    expect((await new Visitor(office, path).get()).statusCode).toBe(200);
  });

  it('says by when in the zone of the company and in UTC', async () => {
    const office = await openOffice();
    await office.invite('margaret-osei');
    expect(office.mails[0]?.text).toContain('June 7, 2002, 6:00 AM EDT (10:00 UTC)');
  });

  it('says that the draft cannot be approved yet where facts are missing', async () => {
    const office = await openOffice({ draft: draftOf(unconfirmed) });
    await office.invite('margaret-osei');
    expect(office.mails[0]?.text).toContain('It cannot be approved yet');
    expect(office.mails[0]?.html).toContain('It cannot be approved yet');
  });

  it.each(['ask', 'reminder'] as const)('is not needed once the approver has decided (%s)', async (kind) => {
    const office = await openOffice();
    await (await enterAs(office, 'margaret-osei')).decide('approve');
    const mails = office.mails.length;
    const id = await order(office, `${kind}-0001-margaret-osei`, { kind, approver: 'margaret-osei' });
    expect(office.mails).toHaveLength(mails);
    expect(await sentOf(office, id)).toEqual({ result: 'not-needed', reason: 'decided', at: askedAt });
  });

  it.each(['ask', 'reminder'] as const)('is not needed once the draft has ended (%s)', async (kind) => {
    const office = await openOffice();
    await (await enterAs(office, 'helen-marsh')).decide('request-changes');
    const mails = office.mails.length;
    const id = await order(office, `${kind}-0001-daniel-frost`, { kind, approver: 'daniel-frost' });
    expect(office.mails).toHaveLength(mails);
    expect(await sentOf(office, id)).toMatchObject({ result: 'not-needed', reason: 'draft-ended' });
  });

  it('again mails a fresh link, and the one before works on', async () => {
    const office = await openOffice();
    const first = await office.invite('margaret-osei');
    await order(office, mailIds.of('reminder', 1, 'margaret-osei'), {
      kind: 'reminder',
      approver: 'margaret-osei',
    });
    const second = office.mails.at(-1)?.text.match(/\/r\/\w+/)?.[0] ?? '';
    expect(second).not.toBe(first);
    for (const path of [first, second]) expect((await new Visitor(office, path).get()).statusCode).toBe(200);
  });

  it('fails where the address of the links would be too long to survive in a mail', async () => {
    const office = await openOffice();
    const work = makeWork({
      ...office.ports,
      baseUrl: `https://${'a'.repeat(60)}.example`,
      mailer: { send: async () => 'id' },
    });
    await putFact(office.facts, keys.mail(release, 'ask-1'), {
      kind: 'ask',
      draft: 1,
      approver: 'margaret-osei',
      askedAt,
    });
    await expect(work(keys.mail(release, 'ask-1'))).rejects.toThrow('fewer than 100 characters');
    expect(await sentOf(office, 'ask-1')).toBeUndefined();
  });
});

describe('a code', () => {
  it('is mailed even after the draft has ended, because the approver wants to see what stands', async () => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    await (await enterAs(office, 'helen-marsh')).decide('request-changes');
    await visitor.enter();
    expect((await visitor.get()).body).toContain('changes were asked for');
  });

  it('says until when it works, from when it was minted', async () => {
    const office = await openOffice();
    office.clock.pass(7);
    await order(office, mailIds.of('code', 1, 'margaret-osei', 1), {
      kind: 'code',
      approver: 'margaret-osei',
    });
    expect(office.mails[0]?.text).toContain('June 6, 2002, 8:17 AM EDT (12:17 UTC)');
  });

  it('under a name that is not its approver’s is not minted', async () => {
    const office = await openOffice();
    const ask = { kind: 'code', approver: 'margaret-osei' } as const;
    await expect(order(office, mailIds.of('code', 1, 'daniel-frost', 1), ask)).rejects.toThrow('not named');
    await expect(order(office, 'code-1', ask)).rejects.toThrow('not named');
    expect(office.mails).toEqual([]);
  });
});

describe('the outbox', () => {
  it('says on the desk which mail a message was, before it is a fact that it went out', async () => {
    const office = await openOffice();
    const id = await order(office, 'ask-0001-margaret-osei', { kind: 'ask', approver: 'margaret-osei' });
    const paper = office.papers.papers.get(deskKeys.message('message-1')) ?? '';
    expect(v.parse(v.pipe(v.string(), v.parseJson(), messageSchema), paper)).toEqual({ release, mail: id });
  });

  it('sends nothing twice once it is known that it was sent', async () => {
    const office = await openOffice();
    await office.invite('margaret-osei');
    await office.deliver();
    await office.deliver();
    expect(office.mails).toHaveLength(1);
  });

  it('asks for no reason twice where a mail was not needed', async () => {
    const office = await openOffice({ draft: draftOf(recusing('Margaret Osei')) });
    const id = await order(office, 'ask-0001-margaret-osei', { kind: 'ask', approver: 'margaret-osei' });
    const before = office.facts.facts.get(keys.sent(release, id));
    office.clock.pass(60);
    await office.deliver();
    expect(office.facts.facts.get(keys.sent(release, id))).toBe(before);
  });

  it('is worked off in the end wherever the work was cut off, at worst with a second mail whose link works', async () => {
    for (let limit = 1; ; limit += 1) {
      const office = await openOffice();
      const mails: string[] = [];
      const { wrap } = killAfter(limit);
      const send = async ({ text }: { text: string }) => {
        mails.push(text);
        return `message-${mails.length}`;
      };
      const key = keys.mail(release, 'ask-0001-margaret-osei');
      await putFact(office.facts, key, { kind: 'ask', draft: 1, approver: 'margaret-osei', askedAt });
      const ports = { ...office.ports, ledger: office.facts, desk: office.papers, mailer: { send } };
      const cut = makeWork({
        ...ports,
        ledger: wrap(office.facts),
        desk: wrap(office.papers),
        mailer: wrap({ send }),
      });
      const killed = await cut(key).then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      await makeWork(ports)(key);
      expect(await sentOf(office, 'ask-0001-margaret-osei')).toMatchObject({ result: 'sent' });
      expect([1, 2]).toContain(mails.length);
      for (const text of mails) {
        const path = text.match(/\/r\/\w+/)?.[0] ?? '';
        expect((await new Visitor(office, path).get()).statusCode).toBe(200);
      }
      if (!killed) break;
    }
  });

  it('passes over keys that ask for no mail', async () => {
    const office = await openOffice();
    for (const key of [keys.sent(release, 'a'), keys.draft(release, 1), 'elsewhere.mail.json'])
      await office.notify(key);
    expect(office.mails).toEqual([]);
    expect(office.logged.map(({ code }) => code)).toEqual(Array(3).fill('MAIL_KEY_IGNORED'));
  });

  it.each<[string, Omit<MailAsk, 'askedAt' | 'draft'>]>([
    ['nobody, where an approver is needed', { kind: 'ask' }],
    ['a delegate whom the draft does not have', { kind: 'delegated', approver: 'margaret-osei' }],
    ['a decision that nobody made', { kind: 'receipt', approver: 'margaret-osei' }],
  ])('fails for somebody to look where a mail is for %s', async (_whom, ask) => {
    const office = await openOffice();
    await expect(order(office, 'a-mail', ask)).rejects.toThrow();
    expect(office.mails).toEqual([]);
    expect(await sentOf(office, 'a-mail')).toBeUndefined();
  });

  it('needs no mail to an approver whom the profile no longer has, and the ask comes to rest', async () => {
    const without = { ...company, approvers: company.approvers.filter(({ id }) => id !== 'margaret-osei') };
    const office = await openOffice({ company: without });
    await order(office, 'a-mail', { kind: 'ask', approver: 'margaret-osei' });
    expect(office.mails).toEqual([]);
    expect(await sentOf(office, 'a-mail')).toMatchObject({ result: 'not-needed', reason: 'not-asked' });
  });

  it('mails no code that was asked for more than ten minutes ago', async () => {
    const office = await openOffice();
    office.clock.pass(11);
    await order(office, mailIds.of('code', 1, 'margaret-osei', 1), {
      kind: 'code',
      approver: 'margaret-osei',
    });
    expect(office.mails).toEqual([]);
  });

  it('mails nothing about an earlier draft to whom an event is about that has come since', async () => {
    const office = await openOffice();
    const event = eventOf('hr~evt-2');
    await putFact(office.facts, keys.event(release, 'hr', 'evt-2'), {
      ...event,
      data: {
        ...event.data,
        acts: [{ kind: 'officer-departure', person: { name: 'Ms. Osei' }, manner: 'left' }],
      },
    });
    await order(office, 'ask-0001-margaret-osei', { kind: 'ask', approver: 'margaret-osei' });
    expect(office.mails).toEqual([]);
  });

  it('tells the owner nothing whom an event is about that has come since', async () => {
    const office = await openOffice();
    const event = eventOf('hr~evt-2');
    await putFact(office.facts, keys.event(release, 'hr', 'evt-2'), {
      ...event,
      data: {
        ...event.data,
        acts: [{ kind: 'officer-departure', person: { name: company.owner.name }, manner: 'left' }],
      },
    });
    const id = await order(office, mailIds.of('changes-requested', 1), { kind: 'changes-requested' });
    expect(office.mails).toEqual([]);
    expect(await sentOf(office, id)).toMatchObject({ result: 'not-needed', reason: 'about-the-owner' });
  });

  it.each(['changes-requested', 'too-late', 'withdrawn'] as const)(
    'tells the owner nothing whom the release is about (%s)',
    async (kind) => {
      const office = await openOffice({ draft: draftOf({ ownerRecused: true }) });
      await order(office, 'a-mail', { kind });
      expect(office.mails).toEqual([]);
      expect(office.logged.some(({ code }) => code === 'MAIL_NOT_NEEDED')).toBe(true);
    },
  );

  it('fails for somebody to look where the company has no profile', async () => {
    const office = await openOffice({ company: { ...company, id: 'another' } });
    await expect(order(office, 'a-mail', { kind: 'ask', approver: 'margaret-osei' })).rejects.toThrow(
      'profile',
    );
  });
});

describe('a withdrawal', () => {
  const sendAsk = (office: Office, result: object) =>
    putFact(office.facts, keys.sent(release, mailIds.of('ask', 1, 'margaret-osei')), {
      ...result,
      at: askedAt,
    });
  const orderIt = (office: Office) =>
    order(office, mailIds.of('withdrawn', 1, 'margaret-osei'), {
      kind: 'withdrawn',
      approver: 'margaret-osei',
    });

  it('is told to an approver who was asked, also after a decision', async () => {
    const office = await openOffice();
    await (await enterAs(office, 'margaret-osei')).decide('approve');
    const before = office.mails.length;
    await orderIt(office);
    expect(office.mails).toHaveLength(before + 1);
    expect(office.mails.at(-1)?.text).toContain('You need not act any more.');
  });

  it.each<[string, object, number]>([
    [
      'not told to an approver whose mail had not gone out',
      { result: 'not-needed', reason: 'draft-ended' },
      0,
    ],
    ['told to an approver whose mail had', { result: 'sent', messageId: 'm' }, 1],
  ])('is %s', async (_what, result, count) => {
    const office = await openOffice();
    await sendAsk(office, result);
    await orderIt(office);
    expect(office.mails).toHaveLength(count);
  });
});

describe('the mail about a mass change', () => {
  const id = mailIds.massChange('hr', '20020606T0900Z');
  const orderIt = async (office: Office): Promise<void> => {
    const mail = { kind: 'mass-change', source: 'hr', since: '2002-06-06T09:00:00.000Z', askedAt };
    await putFact(office.facts, keys.mail('iec-electronics.no-draft', id), mail);
    await office.notify(keys.mail('iec-electronics.no-draft', id));
  };

  it('goes once to whoever runs Gazette, though its release has no draft', async () => {
    const office = await openOffice();
    await orderIt(office);
    await orderIt(office);
    expect(office.mails.map(({ to }) => to)).toEqual([operations]);
    expect(office.facts.facts.has(keys.sent('iec-electronics.no-draft', id))).toBe(true);
  });

  it('names the source and since when it counts, and no release, company or person', async () => {
    const office = await openOffice();
    await orderIt(office);
    const [mail] = office.mails;
    const told = `${mail?.subject}\n${mail?.text}\n${mail?.html}`;
    expect(told).toContain('Source: hr');
    expect(told).toContain('June 6, 2002, 9:00 AM UTC\n');
    expect(told).toContain('June 6, 2002, 5:00 AM EDT');
    expect(told).not.toMatch(/no-draft|IEC|iec-electronics|releases\//);
    expect(told).toMatch(/^[\n\x20-\x7E]*$/);
    expect(mail?.text.split('\n').filter((line) => line.length > 78)).toEqual([]);
    expect(mail?.thread).toBe(id);
  });
});
