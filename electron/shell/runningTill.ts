/** How a second start finds the browser shell that already runs on the same data directory. */
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface RunningTill {
  readonly port: number;
  readonly secret: string;
}

const fileIn = (directory: string) => join(directory, 'browser-shell.json');

/** A secret that only who can read the data directory will know. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Writes the file, readable by this user alone; the answer removes it again. */
export async function announceTill(directory: string, till: RunningTill): Promise<() => Promise<void>> {
  const file = fileIn(directory);
  await rm(file, { force: true }); // an old file would keep its old mode
  await writeFile(file, JSON.stringify(till), { mode: 0o600, flag: 'wx' });
  return () => rm(file, { force: true });
}

/**
 * Asks the till that runs on this data directory for a new one-use address; null when none answers within a second.
 * Whatever sits on a dead till's port gets no more than a dead secret, and cannot send us to an address elsewhere.
 */
export async function askRunningTill(directory: string): Promise<string | null> {
  try {
    const { port, secret }: RunningTill = JSON.parse(await readFile(fileIn(directory), 'utf8'));
    const origin = `http://127.0.0.1:${Number(port)}`;
    const response = await fetch(`${origin}/address`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ secret }),
      redirect: 'error',
      signal: AbortSignal.timeout(1000),
    });
    if (response.status !== 200) return null;
    const { address } = (await response.json()) as { address?: unknown };
    return typeof address === 'string' && address.startsWith(`${origin}/#token=`) ? address : null;
  } catch {
    return null;
  }
}
