/** Who may talk to the browser shell: one-use tokens, and the sessions they are exchanged for. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface PageSessions {
  /** A new secret for one address; it opens one session, once. `key`: the client is known by this key and no other. */
  issueToken(key?: string): string;
  /** Exchanges a token for the value of a session's cookie, or null when it is unknown or used. */
  redeem(token: string): string | null;
  /** The key by which the till knows the client behind a cookie, the same at every reload, or null. */
  clientKey(cookie: string): string | null;
  /** Ends the session under a key that was given with its token, and the token if it was never used. */
  end(key: string): void;
}

const mostTokens = 16;
const mostSessions = 64;

/** The digest of a secret, and the key of the client where it was given with its token. */
interface Kept {
  readonly digest: Buffer;
  readonly key: string | undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The member with this digest. Every one is compared, in constant time, so that time tells nothing. */
function find(set: ReadonlySet<Kept>, wanted: Buffer): Kept | null {
  let found: Kept | null = null;
  for (const member of set) if (timingSafeEqual(member.digest, wanted)) found = member;
  return found;
}

/** Keeps the newest `most` members: an address that nobody opened is forgotten in the end. */
function add(set: Set<Kept>, member: Kept, most: number): void {
  set.add(member);
  for (const oldest of set) {
    if (set.size <= most) break;
    set.delete(oldest);
  }
}

/** Tokens and cookies carry 256 random bits; only their SHA-256 is kept. */
export function createPageSessions(random: (bytes: number) => Buffer = randomBytes): PageSessions {
  const tokens = new Set<Kept>();
  const cookies = new Set<Kept>();
  const secret = () => random(32).toString('base64url');
  return {
    issueToken(key) {
      const token = secret();
      add(tokens, { digest: digest(token), key }, mostTokens);
      return token;
    },
    redeem(token) {
      const known = find(tokens, digest(token));
      if (!known) return null;
      tokens.delete(known);
      const cookie = secret();
      add(cookies, { digest: digest(cookie), key: known.key }, mostSessions);
      return cookie;
    },
    clientKey(cookie) {
      const known = find(cookies, digest(cookie));
      if (!known) return null;
      return known.key ?? digest(`client ${cookie}`).toString('base64url').slice(0, 22);
    },
    end(key) {
      for (const set of [tokens, cookies]) {
        for (const member of set) if (member.key === key) set.delete(member);
      }
    },
  };
}

/** Compares two secrets without telling by the time taken where they differ. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}
