/** A page as a visitor without a browser has it. */
export interface Page {
  status: number;
  url: string;
  html: string;
  /** The page's heading. */
  heading: string;
}

const decode = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** The form of a page that posts this action, with its hidden fields. */
const formOf = ({ html }: Page, action: string): { target: string; fields: URLSearchParams } => {
  const forms = html.match(/<form[^>]*>[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((candidate) => candidate.includes(`name="action" value="${action}"`));
  if (form === undefined) throw new Error(`The page has no form for ${action}`);
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)">/g,
  )) {
    fields.append(name, decode(value));
  }
  return { target: decode(/<form[^>]*action="([^"]*)"/.exec(form)?.[1] ?? ''), fields };
};

/**
 * Visits the review pages as a browser would, with cookies and forms but without a screen: for the demo and for tests
 * that play several approvers at once. It goes through the pages that people see, and knows no other way in.
 */
export const visitor = () => {
  const cookies = new Map<string, string>();
  const cookieHeader = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  const request = async (url: string, init: RequestInit = {}): Promise<Page> => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        cookie: cookieHeader(),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=', 2) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return request(new URL(location, url).href);
    const html = await response.text();
    const heading = decode(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '');
    return { status: response.status, url, html, heading };
  };

  return {
    open: (url: string): Promise<Page> => request(url),
    cookieHeader,
    /** Submits the form of a page that posts this action, with what the visitor enters. */
    submit: (page: Page, action: string, entered: Record<string, string> = {}): Promise<Page> => {
      const { target, fields } = formOf(page, action);
      for (const [name, value] of Object.entries(entered)) fields.set(name, value);
      const origin = new URL(page.url).origin;
      return request(new URL(target, page.url).href, {
        method: 'POST',
        body: fields,
        headers: { origin, 'sec-fetch-site': 'same-origin' },
      });
    },
    hasForm: (page: Page, action: string): boolean => page.html.includes(`name="action" value="${action}"`),
  };
};
