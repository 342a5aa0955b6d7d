import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { makeHandler } from '../../functions/review/handler.ts';
import type { ReviewPorts } from '../../functions/review/ports.ts';
import { httpEvent } from './http.ts';
import { baseUrl, type Office } from './office.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export type Form = Readonly<Record<string, string>>;

/** What a page's hidden fields of the form of a decision hold. */
export const hiddenFields = (page: Answer): { nonce: string; sha256: string } => {
  const hidden = (name: string): string =>
    page.body?.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
  return { nonce: hidden('nonce'), sha256: hidden('sha256') };
};

/** A browser at one link: it keeps the cookie, sends forms as browsers do, and does not follow redirects. */
export class Visitor {
  readonly path: string;
  cookie: string | undefined;
  private readonly office: Office;
  private readonly handle: (event: ReturnType<typeof httpEvent>) => Promise<Answer>;

  constructor(office: Office, path: string, ports: ReviewPorts = office.ports) {
    this.office = office;
    this.path = path;
    this.handle = makeHandler(ports);
  }

  async request(method: string, options: Parameters<typeof httpEvent>[2] = {}): Promise<Answer> {
    const answer = await this.handle(
      httpEvent(method, this.path, {
        pathParameters: { token: this.path.slice('/r/'.length) },
        ...(this.cookie !== undefined && { cookies: ['other=1', this.cookie] }),
        ...options,
      }),
    );
    for (const cookie of answer.cookies ?? []) this.cookie = cookie.split(';')[0];
    return answer;
  }

  get(query = ''): Promise<Answer> {
    return this.request('GET', { rawQueryString: query });
  }

  post(form: Form, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('POST', {
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
