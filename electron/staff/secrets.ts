/** Fingerprints of PINs, passwords and recovery codes: scrypt with its cost and salt in one text. */
import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ids.ts';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** About 100 ms and 32 MB for every guess on a shop's PC. A raised cost is used from the next new secret on. */
const costNow: Cost = { N: 2 ** 15, r: 8, p: 1 };
const keyBytes = 32;
const saltBytes = 16;

/** Stands in for the fingerprint of somebody who does not exist, so that looking takes as long as for everybody else. */
export const nobodysHash = stored(costNow, Buffer.alloc(saltBytes), Buffer.alloc(keyBytes));

/** The text to store, `scrypt$32768$8$1$salt$key` with salt and key in base64. */
export async function hashSecret(secret: string, random: Random): Promise<string> {
  const salt = random(saltBytes);
  return stored(costNow, salt, await derive(secret, salt, costNow));
}

/** Whether the secret is the one that was stored. Takes the same time for every wrong secret. */
export async function verifySecret(secret: string, hash: string): Promise<boolean> {
  const { cost, salt, key } = partsOf(hash);
  return timingSafeEqual(await derive(secret, salt, cost), key);
}

function stored({ N, r, p }: Cost, salt: Uint8Array, key: Uint8Array): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return ['scrypt', N, r, p, base64(salt), base64(key)].join('$');
}

function partsOf(hash: string): { readonly cost: Cost; readonly salt: Buffer; readonly key: Buffer } {
  const [algorithm, N, r, p, salt, key] = hash.split('$');
  if (algorithm !== 'scrypt' || salt === undefined || key === undefined) {
    throw new Error('a stored secret has a form that this program does not know');
  }
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
}

function derive(secret: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  // The engine needs 128 × N × r bytes and refuses exactly that much as its limit.
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, keyBytes, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
