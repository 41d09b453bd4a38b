/** Which requests the browser shell refuses before it looks at what they want. */
import type { IncomingHttpHeaders } from 'node:http';

/** What is checked of a request; `headersDistinct` keeps repeated headers apart. */
export interface RequestFacts {
  readonly method: string;
  readonly url: string;
  readonly headersDistinct: NodeJS.Dict<string[]>;
}

export interface Refused {
  readonly status: 400 | 403 | 405 | 413 | 415;
  readonly reason: string;
}

/** A page and a message may not be larger than this. */
export const largestBodyBytes = 1024 * 1024;

const safeMethods = ['GET', 'HEAD'];

function only(
  headers: NodeJS.Dict<string[]>,
  name: keyof IncomingHttpHeaders & string,
): string | null | undefined {
  const values = headers[name];
  if (values === undefined) return undefined;
  return values.length === 1 ? values[0] : null;
}

/**
 * Refuses what did not come from our own page or our own program on this PC.
 *
 * | header         | taken                                                                | why                      |
 * |----------------|----------------------------------------------------------------------|--------------------------|
 * | Host           | exactly `127.0.0.1:PORT` or `localhost:PORT`                         | names rebound to this PC |
 * | Origin         | exactly `http://` + Host; may be missing only on GET and HEAD         | other sites, other ports |
 * | Sec-Fetch-Site | `same-origin` or `none` (typed in), or missing (not a browser)        | the same                 |
 *
 * `needsOrigin` makes Origin obligatory whatever the method: a WebSocket's upgrade is a GET that writes.
 */
export function refuseForeign(
  request: RequestFacts,
  port: number,
  { needsOrigin = !safeMethods.includes(request.method) } = {},
): Refused | null {
  const headers = request.headersDistinct;
  const host = only(headers, 'host');
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return { status: 403, reason: 'host' };
  const origin = only(headers, 'origin');
  if (origin === undefined ? needsOrigin : origin !== `http://${host}`)
    return { status: 403, reason: 'origin' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && (site.length !== 1 || !['same-origin', 'none'].includes(site[0] ?? ''))) {
    return { status: 403, reason: 'site' };
  }
  // A proxy's absolute form (`GET http://…`) and the `*` of OPTIONS have no business here.
  if (!request.url.startsWith('/') || request.url.startsWith('//')) return { status: 400, reason: 'target' };
  return null;
}

/** Refuses a body that is not plain JSON of an honest size. The size is counted again while it arrives. */
export function refuseBody(request: RequestFacts): Refused | null {
  const headers = request.headersDistinct;
  const type = only(headers, 'content-type');
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(type ?? ''))
    return { status: 415, reason: 'content type' };
  if (headers['content-encoding'] !== undefined) return { status: 415, reason: 'content encoding' };
  const length = only(headers, 'content-length');
  if (length === null || Number(length ?? 0) > largestBodyBytes) return { status: 413, reason: 'size' };
  return null;
}

/** The one value of a cookie, or null when it is missing or given more than once. */
export function cookieValue(request: RequestFacts, name: string): string | null {
  const pairs = (request.headersDistinct.cookie ?? []).flatMap((header) => header.split(';'));
  const values = pairs
    .map((pair) => pair.trim().split('='))
    .filter(([key]) => key === name)
    .map(([, ...value]) => value.join('='));
  return values.length === 1 ? (values[0] ?? null) : null;
}
