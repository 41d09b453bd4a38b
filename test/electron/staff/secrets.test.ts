import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashSecret, nobodysHash, verifySecret } from '../../../electron/staff/secrets.ts';

test('only the secret itself fits its fingerprint', async () => {
  const hash = await hashSecret('4821', randomBytes);
  expect(await verifySecret('4821', hash)).toBe(true);
  expect(await verifySecret('4822', hash)).toBe(false);
  expect(await verifySecret('', hash)).toBe(false);
});

test('the fingerprint tells its cost, so that a later program can raise it', async () => {
  expect(await hashSecret('4821', randomBytes)).toMatch(/^scrypt\$32768\$8\$1\$[\w+/]{22}==\$[\w+/]{43}=$/);
});

test('two people with the same PIN have different fingerprints', async () => {
  expect(await hashSecret('4821', randomBytes)).not.toBe(await hashSecret('4821', randomBytes));
});

test('a fingerprint of known parameters is the one of RFC 7914’s function', async () => {
  // scrypt("pleaseletmein", "SodiumChloride", N=16384, r=8, p=1), first 32 bytes (RFC 7914 §12).
  const salt = Buffer.from('SodiumChloride').toString('base64');
  const key = '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2';
  const stored = `scrypt$16384$8$1$${salt}$${Buffer.from(key, 'hex').toString('base64')}`;
  expect(await verifySecret('pleaseletmein', stored)).toBe(true);
});

test('a password typed on another keyboard with the same letters fits', async () => {
  const hash = await hashSecret('caf\u00e9 va non', randomBytes);
  expect(await verifySecret('cafe\u0301 va non', hash)).toBe(true);
});

test('nobody’s fingerprint fits nothing, and a form nobody knows is a fault', async () => {
  expect(await verifySecret('', nobodysHash)).toBe(false);
  await expect(verifySecret('4821', 'argon2id$whatever')).rejects.toThrow('form');
});
