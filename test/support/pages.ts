import { ownerReader } from '../../functions/domain/company.ts';
import { renderHtml, type View } from '../../functions/domain/templates.ts';
import { type Answers, makeAnswers } from '../../functions/review/answers.ts';
import type { Page, Show } from '../../functions/review/page.ts';
import { pages as routes } from '../../functions/review/pages.ts';
import { readRequest } from '../../functions/review/request.ts';
import { findSession } from '../../functions/review/sessions.ts';
import { findVisit } from '../../functions/review/visit.ts';
import { httpEvent } from './http.ts';
import type { Office } from './office.ts';
import { templates } from './templates.ts';
import { enterAs, hiddenFields, Visitor } from './visitor.ts';
import { UsedNames } from './watched-view.ts';

/** Every page that tests have had made, by a title of their own. */
export const pages = new Map<string, string>();

/** The names that views of these pages had, and that their templates used. */
export const names = new UsedNames();

const real = makeAnswers(templates);

/** Answers that remember the page that they make, and which names of its view it used. */
export const remember = (title: string): Answers => ({
  ...real,
  page: (status, name, view: View = {}, headers) => {
    pages.set(title, renderHtml(templates, `pages/${name}`, names.watch(view, `${name}: `)));
    return real.page(status, name, view, headers);
  },
});

/** What the handler finds of a visitor before it shows a page. */
export const arrive = async (office: Office, visitor: Visitor, page = '') => {
  const token = visitor.path.slice('/r/'.length);
  const request = readRequest(
    httpEvent('GET', visitor.path, {
      pathParameters: { token, page },
      ...(visitor.cookie !== undefined && { cookies: [visitor.cookie] }),
    }),
  );
  const visit = await findVisit(office.ports, token);
  const session = visit && (await findSession(office.ports, visit, request));
  if (visit === undefined || session === undefined) throw new Error('The visitor has no session');
  return { visit, session, request };
};

const routeOf = (page: string): Page => {
  const route = routes.get(page);
  if (route === undefined) throw new Error(`There is no page ${page}`);
  return route;
};

/** Shows a page to a visitor, and remembers it. */
export const look = async (
  office: Office,
  visitor: Visitor,
  title: string,
  page = '',
  show: Show = routeOf(page).get,
): Promise<string> => {
  const { visit, session, request } = await arrive(office, visitor, page);
  await show(office.ports, remember(title), visit, request, session);
  return pages.get(title) ?? '';
};

/** The owner, who was mailed a link and has entered the code. */
export const enterAsOwner = (office: Office): Promise<Visitor> => enterAs(office, ownerReader);

/** Somebody whom a link alone lets in: they press the button of its page, and not at once. */
export const enterByLink = async (office: Office, approver: string): Promise<Visitor> => {
  const visitor = new Visitor(office, await office.invite(approver));
  const start = await visitor.get();
  office.clock.pass(1);
  await visitor.postRaw({ ...hiddenFields(start, 'open') });
  return visitor;
};
