import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import type { Office } from './office.ts';
import { Visitor } from './visitor.ts';

/** A control of a form, as a program finds it in the HTML. */
interface Control {
  name: string;
  type: string;
  value: string;
}

interface FoundForm {
  page: string | undefined;
  controls: Control[];
}

/** What a program puts into the controls of a form that it submits. */
export type Filling = (control: Control) => string | undefined;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const decode = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const controlsOf = (html: string): Control[] =>
  [...html.matchAll(/<(input|textarea|select)\b[^>]*>/g)].flatMap(([tag, element = '']) => {
    const name = attribute(tag, 'name');
    if (name === undefined || / disabled\b/.test(tag)) return [];
    const type = element === 'input' ? (attribute(tag, 'type') ?? 'text') : element;
    return [{ name, type, value: decode(attribute(tag, 'value') ?? '') }];
  });

/** The part of a path below the link; undefined for the link's own page, null for a path that is elsewhere. */
const below = (path: string, address: string): string | undefined | null => {
  const [target = ''] = decode(address).split(/[?#]/, 1);
  if (target === path || target === '') return undefined;
  return target.startsWith(`${path}/`) ? target.slice(path.length + 1) : null;
};

/** Only what a browser would send of a form whose owner did nothing: hidden fields, and texts as they stand. */
export const defaults: Filling = ({ type, value }) =>
  type === 'checkbox' || type === 'radio' ? undefined : value;

/** Junk in every field and every box ticked; of several radio buttons the last one stands. */
export const junk: Filling = ({ type, value }) =>
  ['hidden', 'checkbox', 'radio'].includes(type) ? value : '123456';

/** The same in the fields that can be seen, as a browser that is steered by a program has it. */
export const seenJunk: Filling = (control) => (control.name === 'extra' ? '' : junk(control));

/** Every box ticked, of several radio buttons the one with this value, and the texts as they stand. */
export const choosing =
  (choice: string): Filling =>
  ({ type, value }) =>
    type === 'radio' && value !== choice ? undefined : value;

/** A program that was given a link: it keeps cookies, reads HTML, and does as it is told. */
export class Scanner {
  readonly visitor: Visitor;
  private readonly office: Office;
  private readonly headers: Record<string, string>;

  constructor(office: Office, path: string, headers: Record<string, string> = {}) {
    this.visitor = new Visitor(office, path);
    this.office = office;
    this.headers = headers;
  }

  look(method = 'GET', page?: string, query = ''): Promise<Answer> {
    return this.visitor.request(method, {
      headers: this.headers,
      rawQueryString: query,
      ...(page !== undefined && { page }),
    });
  }

  /** The pages below the link that a page leads to. */
  linksOf({ body = '' }: Answer): (string | undefined)[] {
    const found = [...body.matchAll(/<a\s[^>]*href="([^"]*)"/g)].map(([, href = '']) =>
      below(this.visitor.path, href),
    );
    return [...new Set(found)].filter((page) => page !== null);
  }

  formsOf({ body = '' }: Answer): FoundForm[] {
    return [...body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => ({
      page: below(this.visitor.path, attribute(tag, 'action') ?? '') ?? undefined,
      controls: controlsOf(inner),
    }));
  }

  /** Submits a form and follows where it leads, as a browser does. */
  async submit(form: FoundForm, filling: Filling): Promise<Answer> {
    const fields: Record<string, string> = {};
    for (const control of form.controls) {
      const value = filling(control);
      if (value !== undefined) fields[control.name] = value;
    }
    const answer = await this.visitor.postRaw(fields, this.headers, form.page);
    const location = answer.headers?.['location'];
    if (typeof location !== 'string') return answer;
    const [, query = ''] = location.split('?');
    return this.look('GET', below(this.visitor.path, location) ?? undefined, query);
  }

  /** Goes wherever links and forms lead, waiting so long before each form, until nothing is new or it has had enough. */
  async crawl(fillings: readonly Filling[], { seconds = 0, most = 60 } = {}): Promise<void> {
    const waiting: Answer[] = [await this.look()];
    const seen = new Set<string>();
    let requests = 0;
    const isNew = (what: string): boolean => {
      if (seen.has(what) || requests >= most) return false;
      seen.add(what);
      requests += 1;
      return true;
    };
    for (let answer = waiting.shift(); answer !== undefined; answer = waiting.shift()) {
      for (const page of this.linksOf(answer))
        if (isNew(`page ${page}`)) waiting.push(await this.look('GET', page));
      for (const form of this.formsOf(answer))
        for (const [index, filling] of fillings.entries()) {
          const named = form.controls.map(({ name, type, value }) =>
            type === 'hidden' && name !== 'action' ? name : `${name}=${value}`,
          );
          if (!isNew(`form ${form.page} ${named.join(' ')} ${index}`)) continue;
          this.office.clock.pass(seconds / 60);
          waiting.push(await this.submit(form, filling));
        }
    }
  }
}
