import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import { renderHtml, type Templates, type View } from '../domain/templates.ts';

export type { Answer };

type Headers = Readonly<Record<string, string>>;

/** The pages of review, by the names of their templates below templates/pages/. */
export type PageName =
  | 'start'
  | 'code'
  | 'review'
  | 'edit'
  | 'edit-closed'
  | 'redline'
  | 'no-changes'
  | 'status'
  | 'evidence-page'
  | 'receipt'
  | 'link-over'
  | 'link-sent'
  | 'frozen'
  | 'not-me'
  | 'confirm'
  | 'no-link'
  | 'no-paper'
  | 'not-yours'
  | 'filing-page'
  | 'origins'
  | 'remarks'
  | 'bad-method'
  | 'bad-form'
  | 'foreign-form'
  | 'failed'
  | 'unavailable';

/** Makes answers; every one of them bears the same headers. */
export interface Answers {
  page(status: number, name: PageName, view?: View, headers?: Headers): Answer;
  /** A file to keep, under a name of ASCII without quotes. */
  file(name: string, mediaType: string, body: string | Uint8Array): Answer;
  /** A 303, so that what was posted is shown by a GET and a reload posts nothing. */
  goTo(path: string, cookie?: string): Answer;
  /** No page: for a program that asks before anybody does. */
  nothing(status: number): Answer;
}

/** The one style element, as every page has it, is allowed by its digest; nothing else is loaded, run or framed. */
const securityHeaders = (templates: Templates): Headers => {
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(renderHtml(templates, 'pages/head', {})) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  return {
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${digest}'`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
  };
};

/** Makes answers from templates; the headers are computed once. */
export const makeAnswers = (templates: Templates): Answers => {
  const always = securityHeaders(templates);
  return {
    page: (statusCode, name, view = {}, headers = {}) => ({
      statusCode,
      headers: { ...always, 'content-type': 'text/html; charset=utf-8', ...headers },
      body: renderHtml(templates, `pages/${name}`, view),
    }),
    file: (name, mediaType, body) => ({
      statusCode: 200,
      headers: {
        ...always,
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${name}"`,
      },
      body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
      isBase64Encoded: typeof body !== 'string',
    }),
    nothing: (statusCode) => ({ statusCode, headers: { ...always }, body: '' }),
    goTo: (location, cookie) => ({
      statusCode: 303,
      headers: { ...always, location },
      ...(cookie !== undefined && { cookies: [cookie] }),
      body: '',
    }),
  };
};
