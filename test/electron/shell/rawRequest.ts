/** Requests as an attacker would write them: any Host, any Origin, repeated headers, any path. */
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends a request with exactly these headers (Host is right unless given). */
export function ask(port: number, raw: RawRequest = {}): Promise<RawAnswer> {
  return new Promise((done, failed) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method: raw.method ?? 'GET',
        path: raw.path ?? '/',
        headers: { host: `127.0.0.1:${port}`, ...raw.headers },
        agent: false,
      },
      async (incoming) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of incoming) chunks.push(chunk);
        } catch (error) {
          return failed(error);
        }
        done({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      },
    );
    outgoing.on('error', failed);
    outgoing.end(raw.body);
  });
}

/** A POST as our own page sends it; each header can be replaced. */
export function postJson(
  port: number,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  return ask(port, {
    method: 'POST',
    path,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json', ...headers },
  });
}

/** Writes these bytes and answers with all that came back until the other side hung up. */
export function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', failed);
    socket.on('close', () => done(text));
  });
}
