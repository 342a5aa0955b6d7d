import { beforeEach, describe, expect, it } from 'vitest';
import { deskKeys } from '../../../functions/domain/desk-keys.ts';
import { sha256Of } from '../../../functions/domain/digest.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, Visitor } from '../../support/visitor.ts';

const claims = (office: Office): string[] =>
  [...office.papers.papers.keys()].filter((key) => key.endsWith('.claim.json'));
const codeMails = (office: Office): string[] =>
  [...office.facts.facts.keys()].filter((key) => key.includes('/mail/code-') && key.endsWith('.mail.json'));

const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

let office: Office;
let visitor: Visitor;
beforeEach(async () => {
  office = await openOffice();
  visitor = new Visitor(office, await office.invite('margaret-osei'));
});

const ask = async (): Promise<void> => {
  expect((await visitor.post({ action: 'send-code' })).statusCode).toBe(303);
  await office.deliver();
};

const enter = (code: string) => visitor.post({ action: 'enter-code', code });

describe('asking for a code', () => {
  it('asks for one mail and goes to the page that takes the code', async () => {
    const answer = await visitor.post({ action: 'send-code' });
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `${visitor.path}?sent` } });
    expect(codeMails(office)).toEqual([
      `releases/${office.draft.release}/mail/code-0001-margaret-osei-1.mail.json`,
    ]);
    expect((await visitor.get('sent')).body).toContain('autocomplete="one-time-code"');
  });

  it('is allowed five times in any hour, and the answer to the sixth says when it is again', async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      await ask();
      office.clock.pass(1);
    }
    const sixth = await visitor.post({ action: 'send-code' });
    expect(sixth.statusCode).toBe(429);
    expect(sixth.headers?.['retry-after']).toBe(String(55 * 60));
    expect(sixth.body).toContain('9:00 AM EDT');
    expect(codeMails(office)).toHaveLength(5);
    office.clock.pass(55);
    await ask();
    expect((await visitor.post({ action: 'send-code' })).statusCode).toBe(429);
  });

  it('is limited to five however many ask at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => visitor.post({ action: 'send-code' })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(5);
    expect(claims(office)).toHaveLength(5);
    expect(codeMails(office)).toHaveLength(5);
  });

  it('by a link that has leaked leaves the other links of its reader theirs, and their codes', async () => {
    const owner = new Visitor(office, await office.invite('margaret-osei'));
    for (let count = 0; count < 7; count += 1) await visitor.post({ action: 'send-code' });
    await office.deliver();
    expect((await owner.post({ action: 'send-code' })).statusCode).toBe(303);
    await office.deliver();
    const code = office.newestCode();
    for (let count = 0; count < 3; count += 1) {
      office.clock.pass(1);
      for (let guess = 0; guess < 6; guess += 1) await enter(wrong(code));
      await visitor.post({ action: 'send-code' });
      await office.deliver();
    }
    expect((await owner.post({ action: 'enter-code', code })).statusCode).toBe(303);
  });

  it('for one link opens no other link of its reader', async () => {
    const other = new Visitor(office, await office.invite('margaret-osei'));
    await ask();
    const code = office.newestCode();
    expect((await other.post({ action: 'enter-code', code })).statusCode).toBe(422);
    expect((await enter(code)).statusCode).toBe(303);
  });

  it('by many links of one reader comes to an end too', async () => {
    const statuses: (number | undefined)[] = [];
    for (let link = 0; link < 7; link += 1) {
      const other = new Visitor(office, await office.invite('margaret-osei'));
      for (let count = 0; count < 5; count += 1)
        statuses.push((await other.post({ action: 'send-code' })).statusCode);
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(25);
    office.clock.pass(60);
    expect((await visitor.post({ action: 'send-code' })).statusCode).toBe(303);
  });

  it('by one approver leaves the others theirs', async () => {
    for (let count = 0; count < 5; count += 1) await ask();
    const other = new Visitor(office, await office.invite('daniel-frost'));
    expect((await other.post({ action: 'send-code' })).statusCode).toBe(303);
  });

  it('takes a number that the ledger does not know after the desk has been cleared', async () => {
    await ask();
    office.clock.pass(24 * 60);
    for (const key of office.papers.papers.keys())
      if (key.startsWith('codes/')) office.papers.papers.delete(key);
    await ask();
    expect(codeMails(office)).toHaveLength(2);
    expect((await enter(office.newestCode())).statusCode).toBe(303);
  });
});

describe('entering a code', () => {
  it('with the right one opens a session for the link alone, and for two hours', async () => {
    await ask();
    const answer = await enter(office.newestCode());
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: visitor.path } });
    expect(answer.cookies).toEqual([
      expect.stringMatching(
        new RegExp(
          `^__Secure-gazette=[a-z2-7]{32}; Path=${visitor.path}; Max-Age=7200; Secure; HttpOnly; SameSite=Lax$`,
        ),
      ),
    ]);
  });

  it.each([
    ['with a space', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['with spaces around', (code: string) => `  ${code}\n`],
    ['with a hyphen', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
  ])('takes it %s, as it was pasted', async (_how, paste) => {
    await ask();
    expect((await enter(paste(office.newestCode()))).statusCode).toBe(303);
  });

  it('works once', async () => {
    await ask();
    const code = office.newestCode();
    const answers = await Promise.all([enter(code), enter(code), enter(code)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422, 422]);
    expect((await enter(code)).body).toContain('Ask for a new code');
  });

  it('takes five tries of each code and no more, even with the right one', async () => {
    await ask();
    const code = office.newestCode();
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(wrong(code))));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 8 }, () => 422));
    expect(answers.filter(({ body }) => body?.includes('That code is not right'))).toHaveLength(4);
    expect(answers.filter(({ body }) => body?.includes('works no more'))).toHaveLength(4);
    expect((await enter(code)).statusCode).toBe(422);
    await ask();
    expect((await enter(office.newestCode())).statusCode).toBe(303);
  });

  it('says how many tries are left, and after the last that only a new code helps', async () => {
    await ask();
    const code = office.newestCode();
    const bodies: string[] = [];
    for (let count = 0; count < 6; count += 1) bodies.push((await enter(wrong(code))).body ?? '');
    expect(bodies[0]).toContain('It can be tried 4 more times.');
    expect(bodies[3]).toContain('It can be tried 1 more time.');
    for (const body of bodies.slice(4)) {
      expect(body).toContain('This code was tried five times, and works no more.');
      expect(body).toContain('<a href="#again">');
      expect(body).toContain('<button id="again" type="submit">Mail me a new code</button>');
      expect(body).not.toContain('enter-code');
    }
  });

  it('is too late after ten minutes', async () => {
    await ask();
    office.clock.pass(10);
    const answer = await enter(office.newestCode());
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('No code can be used now');
  });

  it('takes only the newest', async () => {
    await ask();
    const first = office.newestCode();
    await ask();
    expect((await enter(first)).statusCode).toBe(422);
    expect((await enter(office.newestCode())).statusCode).toBe(303);
  });

  it('that is no code burns no try, and leaves what was typed to be typed again', async () => {
    await ask();
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
      const answer = await enter(typed);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Enter the 6 digits');
    }
    expect([...office.papers.papers.keys()].filter((key) => key.includes('.try-'))).toEqual([]);
  });

  it('before any was asked for, or of another approver, opens nothing', async () => {
    expect((await enter('123456')).statusCode).toBe(422);
    const other = new Visitor(office, await office.invite('daniel-frost'));
    await other.post({ action: 'send-code' });
    await office.deliver();
    expect((await enter(office.newestCode())).statusCode).toBe(422);
  });

  it('codes and tokens are nowhere on the desk or in the ledger', async () => {
    await ask();
    const code = office.newestCode();
    await enter(code);
    const token = visitor.path.slice(3);
    const session = visitor.cookie?.split('=')[1] ?? '?';
    const stored = [...office.papers.papers, ...office.facts.facts].flat().join('\n');
    for (const secret of [token, session, `"${code}"`]) expect(stored).not.toContain(secret);
  });
});

/** Types five wrong codes in place of each of so many, half a day apart, and clears the codes from the desk in between. */
const spend = async (codes: number): Promise<void> => {
  for (let count = 0; count < codes; count += 1) {
    await ask();
    const code = office.newestCode();
    for (let guess = 0; guess < 5; guess += 1) expect((await enter(wrong(code))).statusCode).toBe(422);
    office.clock.pass(12 * 60);
    for (const key of office.papers.papers.keys())
      if (key.startsWith('codes/')) office.papers.papers.delete(key);
  }
};

describe('a link', () => {
  it('takes fifty wrong codes over its life, and then opens nothing and mails no code, but a new link', async () => {
    await spend(9);
    await ask();
    const code = office.newestCode();
    const bodies: string[] = [];
    for (let guess = 0; guess < 5; guess += 1) bodies.push((await enter(wrong(code))).body ?? '');
    expect(bodies[3]).toContain('It can be tried 1 more time.');
    expect(bodies[4]).toContain('This link has had too many wrong codes');
    const mailed = codeMails(office).length;
    for (const answer of [await enter(code), await visitor.post({ action: 'send-code' })]) {
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('This link has had too many wrong codes');
      expect(hiddenFields(answer, 'send-code')).toEqual({});
      expect(hiddenFields(answer, 'enter-code')).toEqual({});
      expect(hiddenFields(answer, 'new-link')).toMatchObject({ action: 'new-link' });
    }
    expect(codeMails(office)).toHaveLength(mailed);
  });

  it('that takes no code any more leaves the other links of its reader theirs, and brings one by mail', async () => {
    await spend(10);
    const before = office.mails.length;
    expect((await visitor.post({ action: 'new-link' }, {}, 'not-me')).statusCode).toBe(303);
    await office.deliver();
    const [mail] = office.mails.slice(before);
    expect(mail?.to.email).toBe('m.osei@iec-electronics.example');
    const path = new URL(mail?.text.match(/https:\S+/)?.[0] ?? '').pathname;
    const fresh = new Visitor(office, path);
    await fresh.enter();
    expect((await fresh.get('', 'not-me')).statusCode).toBe(200);
  });

  it('is not spent by codes that were right', async () => {
    for (let count = 0; count < 51; count += 1) {
      await ask();
      expect((await enter(office.newestCode())).statusCode).toBe(303);
      visitor.cookie = undefined;
      office.clock.pass(20);
    }
  });

  it('takes no more than fifty, however many are typed at the same moment', async () => {
    await spend(9);
    for (const number of [1, 2, 3])
      await office.papers.claim(deskKeys.codeTry(sha256Of(visitor.path.slice('/r/'.length)), 99, number), '');
    await ask();
    const code = office.newestCode();
    const answers = await Promise.all(Array.from({ length: 5 }, () => enter(wrong(code))));
    expect(answers.filter(({ body }) => body?.includes('That code is not right')).length).toBeLessThan(3);
    expect((await enter(code)).statusCode).toBe(422);
  });
});

describe('somebody else with the same link', () => {
  const offersLink = (answer: Awaited<ReturnType<typeof enter>>): boolean =>
    hiddenFields(answer, 'new-link')['action'] === 'new-link';

  it('who has all its codes mailed does not keep its owner from a new link, which has codes of its own', async () => {
    for (let count = 0; count < 5; count += 1) await ask();
    for (const page of [undefined, 'not-me']) {
      const answer = await visitor.post({ action: 'send-code' }, {}, page);
      expect(answer.statusCode).toBe(429);
      expect(offersLink(answer)).toBe(true);
    }
    expect((await visitor.post({ action: 'new-link' })).headers?.['location']).toBe(`${visitor.path}?asked`);
    await office.deliver();
    const url = office.mails.at(-1)?.text.match(/https:\S+/)?.[0] ?? '';
    const fresh = new Visitor(office, new URL(url).pathname);
    await fresh.enter();
    expect((await fresh.get()).body).toContain('Your decision');
  });

  it('who uses up the tries of its codes does not either', async () => {
    await ask();
    const code = office.newestCode();
    const answers = [];
    for (let guess = 0; guess < 6; guess += 1) answers.push(await enter(wrong(code)));
    expect(answers.map(offersLink)).toEqual([false, false, false, false, true, true]);
    office.clock.pass(11);
    expect(offersLink(await enter(code))).toBe(true);
  });

  it('is not offered one on the page that takes a code as it should be', async () => {
    await ask();
    expect(offersLink(await visitor.get('sent'))).toBe(false);
  });
});

describe('a session', () => {
  it('ends after two hours', async () => {
    await ask();
    await enter(office.newestCode());
    office.clock.pass(119);
    expect((await visitor.get()).body).toContain('Your decision');
    office.clock.pass(1);
    expect((await visitor.get()).body).toContain('Mail me a code');
  });

  it('ends with its link', async () => {
    office.clock.pass(30 * 24 * 60 - 30);
    await ask();
    const answer = await enter(office.newestCode());
    expect(answer.cookies?.[0]).toContain('Max-Age=1800;');
  });

  it('opens no other link, not even of the same approver', async () => {
    await ask();
    await enter(office.newestCode());
    for (const approver of ['margaret-osei', 'daniel-frost']) {
      const other = new Visitor(office, await office.invite(approver));
      other.cookie = visitor.cookie;
      expect((await other.get()).body).toContain('Mail me a code');
    }
  });

  it('is found among cookies of its name that another site has planted', async () => {
    await ask();
    await enter(office.newestCode());
    const own = visitor.cookie ?? '';
    visitor.cookie = `__Secure-gazette=${'a'.repeat(32)}; __Secure-gazette=x; ${own}`;
    expect((await visitor.get()).body).toContain('Your decision');
  });

  it('is none with a cookie that is not a token', async () => {
    visitor.cookie = '__Secure-gazette=../links/x';
    expect((await visitor.get()).body).toContain('Mail me a code');
  });

  it('of two approvers in one browser stand side by side', async () => {
    const [first, second] = [await enterAs(office, 'helen-marsh'), await enterAs(office, 'robert-ines')];
    expect((await first.get()).body).toContain('Helen Marsh</strong> (you)');
    expect((await second.get()).body).toContain('Robert Ines</strong> (you)');
  });
});
