/** Ids: sorted by the moment they were made, never the same twice. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../electron/ids.ts';
import { instantFromMilliseconds } from '../../shared/time.ts';
import { idSchema } from '../../shared/wire.ts';

const random = (count: number) => new Uint8Array(randomBytes(count));
/** The years until 2286, as milliseconds. */
const moment = fc.integer({ min: 0, max: 9_999_999_999_999 });

test('ids sort as text in the order in which they were made', () => {
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      fc.pre(one !== other);
      const [first, second] = [one, other].map((each) => newId(instantFromMilliseconds(each), random));
      expect(String(first) < String(second)).toBe(one < other);
    }),
  );
});

test('ids of one moment are all different, and every one is an id of the contract', () => {
  const now = instantFromMilliseconds(1_795_305_600_123);
  const ids = Array.from({ length: 10_000 }, () => newId(now, random));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => idSchema.safeParse(id).success)).toBe(true);
});

test('an id is a UUID of version 7: 48 bits of time, the rest is chance', () => {
  const ones = newId(instantFromMilliseconds(0x0123456789ab), (count) => new Uint8Array(count).fill(255));
  expect(ones).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
  const zeros = newId(instantFromMilliseconds(0), (count) => new Uint8Array(count));
  expect(zeros).toBe('00000000-0000-7000-8000-000000000000');
});
