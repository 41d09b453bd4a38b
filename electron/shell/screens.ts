/** The built screens, read once: what is not among them does not exist, so no path can lead out of their folder. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface ScreenFile {
  readonly content: Buffer;
  readonly type: string;
  /** Named by its content (assets/index-4f2a.js): it may be kept for ever. Pages may not be kept at all. */
  readonly keep: boolean;
}

/** By path, e.g. `/assets/index-4f2a.js`; the first page is `/`. */
export type Screens = ReadonlyMap<string, ScreenFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/**
 * Reads the folder of the built screens into memory (a few megabytes), so that a build beside a running till does not
 * change the page under it.
 */
export async function readScreens(folder: string): Promise<Screens> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<[string, ScreenFile]> => {
        const path = join(entry.parentPath, entry.name);
        const address = `/${relative(folder, path).split(sep).join('/')}`;
        const type = types[extname(entry.name)] ?? 'application/octet-stream';
        return [address, { content: await readFile(path), type, keep: address.startsWith('/assets/') }];
      }),
  );
  const screens = new Map(files);
  const first = screens.get('/index.html');
  if (!first) throw new Error(`${folder} holds no built screens`);
  screens.set('/', first);
  return screens;
}

/** Names a build of the screens: their first page names every script by its content, so it differs when they differ. */
export function buildName(firstPage: Buffer): string {
  return createHash('sha256').update(firstPage).digest('hex').slice(0, 12);
}

/** What a page of the browser shell may do: run its own scripts, and talk to the till at these hosts. */
export function pagePolicy(...hosts: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${hosts.map((host) => `ws://${host}`).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
