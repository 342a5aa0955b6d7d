import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { makeHandler } from '../../functions/review/handler.ts';
import { httpEvent } from './http.ts';
import type { Office } from './office.ts';

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** Serves the pages of an office to real browsers, with a clock that runs on; answers with the address, and how to stop. */
export const serveOffice = async (
  office: Office,
): Promise<{ address: string; stop: () => Promise<void> }> => {
  const start = performance.now();
  const now = (): Date => new Date(office.clock.now().getTime() + Math.floor(performance.now() - start));
  const handle = makeHandler({ ...office.ports, now });
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const [, , token = '', page] = pathname.split('/');
    const { cookie, ...headers } = headersOf(request);
    const answer = await handle(
      httpEvent(request.method ?? 'GET', pathname, {
        headers,
        rawQueryString: search.slice(1),
        pathParameters: { token, ...(page !== undefined && { page }) },
        ...(cookie !== undefined && { cookies: cookie.split('; ') }),
        body: (await buffer(request)).toString('base64'),
        isBase64Encoded: true,
      }),
    );
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
    if (answer.cookies) response.setHeader('set-cookie', answer.cookies);
    response.statusCode = answer.statusCode ?? 200;
    response.end(answer.isBase64Encoded ? Buffer.from(answer.body ?? '', 'base64') : answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const listening = server.address();
  const port = typeof listening === 'object' && listening !== null ? listening.port : 0;
  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
