import { afterAll, beforeAll, expect, it } from 'vitest';
import { outcomeSchema } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { waitFor } from '../../local/approve.ts';
import { companyOfId, readExamples } from '../support/examples.ts';
import { type RunningStack, runStack } from '../support/running-stack.ts';

const release = 'iec-electronics.newark-restructuring';
const company = companyOfId('iec-electronics');
const emailOf = (id: string): string => company.approvers.find((other) => other.id === id)?.email ?? '';

let stack: RunningStack;
beforeAll(async () => {
  stack = await runStack();
});
afterAll(() => stack.stop());

it('one approver who says "it was not me" stops a release for all, on the stack as it would be deployed', async () => {
  for (const event of readExamples('iec-2002')) await stack.post(event);
  const links = {
    osei: await stack.link(emailOf('margaret-osei')),
    marsh: await stack.link(emailOf('helen-marsh')),
  };
  const osei = await stack.open(emailOf('margaret-osei'), links.osei);
  const marsh = await stack.open(emailOf('helen-marsh'), links.marsh);
  expect(marsh.page.status).toBe(200);

  const asked = await osei.person.open(`${links.osei}/not-me`);
  expect(asked.heading).toBe('It was not me: stop this release');
  const frozen = await osei.person.submit(asked, 'freeze');
  expect(frozen.heading).toBe('This release is frozen');
  expect(frozen.url).toBe(`${links.osei}/not-me`);
  expect(stack.fact(keys.outcome(release, 1), outcomeSchema)).toMatchObject({
    outcome: 'frozen',
    by: 'margaret-osei',
  });
  for (const page of ['', '/not-me', '/changes'])
    expect((await marsh.person.open(`${links.marsh}${page}`)).heading).toBe('This release is frozen');

  for (const address of [company.owner.email, 'ops@'])
    await waitFor(`the mail to ${address}`, async () =>
      (await stack.mails()).find(
        ({ to, text }) => to.some((name) => name.includes(address)) && /frozen/i.test(text),
      ),
    );
  await stack.idle();
  expect(stack.keys().some((key) => key.includes('published'))).toBe(false);
});

it('a page that does not exist answers as a link that does not', async () => {
  const link = await stack.link(emailOf('margaret-osei'));
  const unknown = link.replace(/\/r\/.*/, `/r/${'a'.repeat(32)}`);
  const answers = await Promise.all(
    [`${link}/no-such-page`, unknown, `${unknown}/not-me`].map((url) => fetch(url)),
  );
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set(bodies).size).toBe(1);
});
