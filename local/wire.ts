import { createServer, type IncomingMessage } from 'node:http';
import { isNativeError } from 'node:util/types';

/** A request as it came off the wire: the path still encoded, header names in lower case, the body's bytes untouched. */
export interface WireRequest {
  method: string;
  path: string;
  rawQuery: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** An answer; the length is filled in unless the headers hold one (as for HEAD). */
export interface WireResponse {
  status: number;
  headers?: Readonly<Record<string, string | string[]>>;
  body?: string | Buffer;
}

/** What a server of this stack is: a function from request to answer. */
export type WireHandler = (request: WireRequest) => Promise<WireResponse> | WireResponse;

/** A server that listens on 127.0.0.1, and nowhere else. */
export interface Listener {
  port: number;
  close(): Promise<void>;
}

/** A JSON answer. */
export const json = (status: number, body: unknown, headers: Record<string, string> = {}): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** The message of anything thrown. */
export const messageOf = (error: unknown): string => (isNativeError(error) ? error.message : String(error));

const foldHeaders = (raw: readonly string[]): Record<string, string> => {
  const folded = new Map<string, string>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    const before = folded.get(name);
    const separator = name === 'cookie' ? '; ' : ',';
    folded.set(name, before === undefined ? (raw[i + 1] ?? '') : `${before}${separator}${raw[i + 1]}`);
  }
  return Object.fromEntries(folded);
};

const readRequest = async (message: IncomingMessage): Promise<WireRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  // Not `new URL`: it folds `/../` away, and what a client sent must be judged as sent.
  const path = mark < 0 ? url : url.slice(0, mark);
  const rawQuery = mark < 0 ? '' : url.slice(mark + 1);
  return {
    method: message.method ?? 'GET',
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: foldHeaders(message.rawHeaders),
    body: Buffer.concat(chunks),
  };
};

/** Serves a handler on 127.0.0.1; port 0 takes any free one, and a taken port rejects. */
export const listen = async (handler: WireHandler, port = 0): Promise<Listener> => {
  const server = createServer(async (message, response) => {
    try {
      const answer = await handler(await readRequest(message));
      const body = answer.body ?? '';
      response.writeHead(answer.status, { 'content-length': Buffer.byteLength(body), ...answer.headers });
      response.end(body);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end(messageOf(error));
    }
  });
  // A kept-alive socket that is closed just as a client writes to it would look like a fault of the service.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
