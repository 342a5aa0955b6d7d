import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { makeHandler } from '../../functions/review/handler.ts';
import type { ReviewPorts } from '../../functions/review/ports.ts';
import { httpEvent } from './http.ts';
import { baseUrl, type Office } from './office.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export type Form = Readonly<Record<string, string>>;

/** What the hidden fields of a page's form for an action hold, by name; of a page without that form, nothing. */
export const hiddenFields = (page: Answer, action = 'decide'): Form => {
  const forms = page.body?.match(/<form[^>]*>[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((candidate) => candidate.includes(`name="action" value="${action}"`)) ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
};

/** What a browser of today calls itself. */
const userAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

/** The forms that stand on the pages before the draft. */
const entrances = ['send-code', 'enter-code', 'open', 'new-link'];

/** A browser at one link: it keeps the cookie, sends forms as browsers do, and does not follow redirects. */
export class Visitor {
  readonly path: string;
  cookie: string | undefined;
  private stamp = '';
  private readonly office: Office;
  private readonly handle: (event: ReturnType<typeof httpEvent>) => Promise<Answer>;

  constructor(office: Office, path: string, ports: ReviewPorts = office.ports) {
    this.office = office;
    this.path = path;
    this.handle = makeHandler(ports);
  }

  /** Sends a request for the link's page, or for one below it. */
  async request(
    method: string,
    { page, headers, ...options }: Parameters<typeof httpEvent>[2] & { page?: string } = {},
  ): Promise<Answer> {
    const answer = await this.handle(
      httpEvent(method, page === undefined ? this.path : `${this.path}/${page}`, {
        pathParameters: { token: this.path.slice('/r/'.length), ...(page !== undefined && { page }) },
        headers: { 'user-agent': userAgent, ...headers },
        ...(this.cookie !== undefined && { cookies: ['other=1', this.cookie] }),
        ...options,
      }),
    );
    for (const cookie of answer.cookies ?? []) this.cookie = cookie.split(';')[0];
    return answer;
  }

  get(query = '', page?: string): Promise<Answer> {
    return this.request('GET', { rawQueryString: query, ...(page !== undefined && { page }) });
  }

  /** Posts a form. One that stands on a page before the draft carries what its page gave it, unless a test says otherwise. */
  async post(form: Form, headers: Record<string, string> = {}, page?: string): Promise<Answer> {
    if (!entrances.includes(form['action'] ?? '') || 'stamp' in form)
      return this.postRaw(form, headers, page);
    // Of a page that stands in another tab there is still the stamp that it was given.
    this.stamp = (await this.get('', page)).body?.match(/name="stamp" value="([^"]+)"/)?.[1] ?? this.stamp;
    return this.postRaw({ stamp: this.stamp, ...form }, headers, page);
  }

  /** Posts these fields and no other. */
  postRaw(form: Form, headers: Record<string, string> = {}, page?: string): Promise<Answer> {
    return this.request('POST', {
      ...(page !== undefined && { page }),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: baseUrl,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      body: Buffer.from(new URLSearchParams(form).toString()).toString('base64'),
      isBase64Encoded: true,
    });
  }

  /** Asks for a code, takes it from the mail, and enters it. */
  async enter(): Promise<void> {
    await this.post({ action: 'send-code' });
    await this.office.deliver();
    const answer = await this.post({ action: 'enter-code', code: this.office.newestCode() });
    if (answer.statusCode !== 303) throw new Error(`The code was answered with ${answer.statusCode}`);
  }

  /** Posts a decision as the page's form would, with whatever a test changes about it. */
  async decide(decision: 'approve' | 'request-changes', changes: Form = {}): Promise<Answer> {
    const page = await this.get();
    return this.post({
      action: 'decide',
      decision,
      read: String(this.office.draft.draft),
      reason: decision === 'approve' ? '' : 'The title is wrong.',
      ...hiddenFields(page),
      ...changes,
    });
  }
}

/** An approver who was mailed a link and has entered the code. */
export const enterAs = async (office: Office, approver: string, ports?: ReviewPorts): Promise<Visitor> => {
  const visitor = new Visitor(office, await office.invite(approver), ports);
  await visitor.enter();
  return visitor;
};
