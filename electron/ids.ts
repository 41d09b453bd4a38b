/** Ids (UUID version 7): sorted by the moment they were made, unguessable in the rest. */
import type { Instant } from '../shared/time.ts';
import { millisecondsOf } from '../shared/time.ts';

export type Random = (byteCount: number) => Uint8Array;

/** A new id from the clock's instant and ten random bytes. */
export function newId(now: Instant, random: Random): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(millisecondsOf(now), 0, 6);
  bytes.set(random(10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
