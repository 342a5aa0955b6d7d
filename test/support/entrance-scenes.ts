import { ownerReader } from '../../functions/domain/company.ts';
import type { PageName } from '../../functions/review/answers.ts';
import { askToConfirm } from '../../functions/review/confirm.ts';
import { postNotMe } from '../../functions/review/not-me.ts';
import { problemCodes } from '../../functions/review/problems.ts';
import { showCode, showOver, showStart } from '../../functions/review/start.ts';
import { company } from './draft.ts';
import { openOffice } from './office.ts';
import { arrive, enterByLink, look, remember } from './pages.ts';
import { enterAs } from './visitor.ts';

/** The pages that say one thing, whatever happened. */
const withoutView = [
  'no-link',
  'bad-method',
  'bad-form',
  'foreign-form',
  'failed',
  'unavailable',
] as const satisfies readonly PageName[];

const linkCompany = { ...company, policy: { ...company.policy, stepUp: 'link' } } as const;

const confirmScenes = async (): Promise<void> => {
  const office = await openOffice({ company: linkCompany });
  const { visit, request } = await arrive(office, await enterByLink(office, 'margaret-osei'));
  for (const [title, confirmation, fields] of [
    ['confirm', undefined, { action: 'decide', decision: 'approve' }],
    ['confirm with a problem', 'nope', { action: 'decide', decision: 'request-changes' }],
    ['confirm that it was not me', undefined, { action: 'freeze' }],
    ['confirm an edit', undefined, { action: 'edit' }],
    ['confirm a renewal', undefined, { action: 'renew' }],
    ['confirm taking back', undefined, { action: 'take-back' }],
    ['confirm something', undefined, { action: 'other' }],
  ] as const) {
    const form = new URLSearchParams({ ...fields, ...(confirmation && { confirmation }) });
    await askToConfirm(office.ports, remember(title), visit, { ...request, form });
  }
  await showStart(office.ports, remember('start by link alone'), visit, request);
  await look(office, await enterByLink(office, 'helen-marsh'), 'not-me by link alone', 'not-me');
};

/** Makes every page that is shown before or without a session. */
export const makeEntranceScenes = async (): Promise<void> => {
  for (const name of withoutView) remember(name).page(200, name);
  const office = await openOffice();
  const reader = await enterAs(office, 'margaret-osei');
  const { visit, request, session } = await arrive(office, reader);
  const { ports } = office;
  await showStart(ports, remember('start'), visit, request);
  await showStart(ports, remember('start after a session'), visit, request, { unsaved: 'What I wrote' });
  for (const past of ['superseded', 'ended'] as const)
    await showStart(ports, remember(`start of a draft that is ${past}`), { ...visit, past }, request);
  const owner = await arrive(office, await enterAs(office, ownerReader));
  await showStart(ports, remember('start for the owner'), owner.visit, owner.request);
  for (const [title, known] of [
    ['to stop', visit.known],
    ['to say so', { ...visit.known, published: true }],
  ] as const) {
    const asked = { ...request, page: 'not-me' };
    await showStart(ports, remember(`start ${title}`), { ...visit, known }, asked);
    await showCode(ports, remember(`code ${title}`), { ...visit, known }, asked);
  }
  for (const page of ['edit', 'status', 'exhibit99-1.docx'])
    await look(office, reader, `${page} that is not to be had`, page);
  await look(office, await enterAs(office, ownerReader), 'receipt that is not to be had', 'receipt');
  await showStart(ports, remember('start with a problem'), visit, request, {
    problem: { code: 'form-trap' },
  });
  await showCode(ports, remember('code'), visit, request);
  for (const code of problemCodes)
    await showCode(ports, remember(`code with ${code}`), visit, request, {
      code,
      until: new Date(0),
      left: 2,
    });
  for (const over of [
    { why: 'expired' },
    { why: 'revoked', at: '2002-06-06T12:00:00.000Z' },
    { why: 'frozen', at: '2002-06-06T12:00:00.000Z' },
  ] as const)
    await showOver(
      ports,
      remember(`a link that is ${over.why}`),
      { ...visit, over },
      { ...request, page: '' },
      { unsaved: 'What I wrote' },
    );
  await showOver(
    ports,
    remember('a link that is expired, with a problem'),
    { ...visit, over: { why: 'expired' } },
    request,
    { problem: { code: 'form-unloaded' } },
  );
  remember('link-sent').page(200, 'link-sent', { reference: '3F9A-11C2' });
  await look(office, reader, 'not-me', 'not-me');
  await office.facts.put(
    `releases/${visit.release}/gates/0001.json`,
    JSON.stringify({
      gate: 'published',
      draft: 1,
      sha256: office.draft.sha256,
      at: '2002-06-06T12:00:00.000Z',
    }),
  );
  await look(office, reader, 'not-me of what is published', 'not-me');
  await look(
    office,
    await enterAs(office, ownerReader),
    'not-me of what is published, for the owner',
    'not-me',
  );
  await postNotMe(
    ports,
    remember('nothing'),
    visit,
    { ...request, form: new URLSearchParams({ action: 'freeze' }) },
    session,
  );
  await look(office, reader, 'not-me that was recorded', 'not-me');
  await confirmScenes();
};
