import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { confirmationProblem } from '../../../functions/review/confirm.ts';
import { company, release, secrets } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { hiddenFields, Visitor } from '../../support/visitor.ts';

const byLink = { ...company, policy: { ...company.policy, stepUp: 'link' as const } };
const decided = (office: Office): boolean =>
  office.facts.facts.has(keys.decision(release, 1, 'margaret-osei'));

let office: Office;
let visitor: Visitor;
beforeEach(async () => {
  office = await openOffice({ company: byLink });
  visitor = new Visitor(office, await office.invite('margaret-osei'));
});

/** Loads the link's page, looks at it for so long, and presses its button. */
const open = async (seconds: number) => {
  const form = hiddenFields(await visitor.get(), 'open');
  office.clock.pass(seconds / 60);
  return visitor.postRaw(form);
};

const referenceOf = (office: Office): string => {
  const digits = office.draft.sha256.slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
};

describe('where a link alone opens a draft', () => {
  it('shows nothing of it before a button is pressed, and then the draft without a code', async () => {
    const start = await visitor.get();
    expect(start.body).not.toContain(secrets.headline);
    expect(start.body).not.toContain('Mail me a code');
    expect((await open(2)).statusCode).toBe(303);
    expect((await visitor.get()).body).toContain(secrets.headline);
    expect([...office.facts.facts.keys()].filter((key) => key.includes('/mail/code-'))).toEqual([]);
  });

  it('opens nothing for whoever presses it sooner than a person reads, and then for whoever does it again', async () => {
    const quick = await open(1);
    expect(quick.statusCode).toBe(422);
    expect(quick.body).toContain('Press the button once more');
    const again = hiddenFields(quick, 'open');
    office.clock.pass(1);
    expect((await visitor.postRaw(again)).statusCode).toBe(303);
  });

  it.each([
    ['without the stamp of its page', { action: 'open' }],
    ['with a stamp that is none', { action: 'open', stamp: 'x' }],
    ['with the field filled in that nobody sees', { action: 'open', extra: 'a@b.example' }],
  ])('opens nothing for a form %s', async (_how, form) => {
    const loaded = hiddenFields(await visitor.get(), 'open');
    office.clock.pass(1);
    const answer = await visitor.postRaw('extra' in form ? { ...loaded, ...form } : form);
    expect(answer.statusCode).toBe(422);
    expect(visitor.cookie).toBeUndefined();
  });

  it('shows the field that nobody sees to a person whose browser filled it in', async () => {
    const loaded = hiddenFields(await visitor.get(), 'open');
    const answer = await visitor.postRaw({ ...loaded, extra: 'x' });
    expect(answer.body).toContain('<label for="trap">Leave this empty</label>');
    expect(answer.body).toContain('href="#trap"');
  });

  it('mails no code and takes none', async () => {
    expect((await visitor.post({ action: 'send-code' })).statusCode).toBe(400);
    expect((await visitor.post({ action: 'enter-code', code: '123456' })).statusCode).toBe(400);
  });

  it('records a decision once the end of the reference was typed, and keeps what was entered until then', async () => {
    await open(2);
    const reason = 'The "title" is <wrong>.\nAnd the date.';
    const asked = await visitor.decide('request-changes', { reason });
    expect(asked.body).toContain('Type the end of the reference');
    expect(decided(office)).toBe(false);
    const kept = hiddenFields(asked);
    const wrong = await visitor.postRaw({ ...kept, confirmation: 'zzzz' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('<title>Error: ');
    expect(decided(office)).toBe(false);
    const unescaped = { ...kept, reason, confirmation: ` ${referenceOf(office).slice(-4).toLowerCase()}\n` };
    expect((await visitor.postRaw(unescaped)).statusCode).toBe(303);
    expect(office.facts.facts.get(keys.decision(release, 1, 'margaret-osei'))).toContain('And the date.');
  });

  it('freezes nothing without the end of the reference', async () => {
    await open(2);
    const form = hiddenFields(await visitor.get('', 'not-me'), 'freeze');
    expect((await visitor.postRaw(form, {}, 'not-me')).body).toContain('Type the end of the reference');
    expect([...office.facts.facts.keys()].some((key) => key.includes('/gates/'))).toBe(false);
    const confirmation = referenceOf(office);
    expect((await visitor.postRaw({ ...form, confirmation }, {}, 'not-me')).statusCode).toBe(303);
    expect((await visitor.get()).body).toContain('This release is frozen');
  });
});

describe('the end of the reference', () => {
  const visit = { stepUp: 'link', company: byLink } as const;
  const typed = (confirmation: string) =>
    confirmationProblem(visit, '3F9A-11C2', new URLSearchParams({ confirmation }));

  it.each(['11C2', '11c2', ' 11c2 ', '1 1 C 2', '3F9A-11C2', '3f9a11c2'])('is taken as %j', (text) => {
    expect(typed(text)).toBeUndefined();
  });

  it.each([
    ['', 'confirmation-missing'],
    ['  ', 'confirmation-missing'],
    ['1C2', 'confirmation-wrong'],
    ['3F9A', 'confirmation-wrong'],
    ['11C3', 'confirmation-wrong'],
    ['test', 'confirmation-wrong'],
  ])('is not %j: %s', (text, problem) => {
    expect(typed(text)).toBe(problem);
  });

  it('is asked for only where a link alone opens a draft', () => {
    expect(
      confirmationProblem({ stepUp: 'link', company }, '3F9A-11C2', new URLSearchParams()),
    ).toBeUndefined();
  });
});
