import { expect, test } from 'vitest';
import { type Portion, sendCodeList } from '../../../renderer/coupon/sendCodeList.ts';

const list = Array.from({ length: 625 }, (_, at) => ({ row: at + 1, code: `A${at}` }));
const read = (from: number, count: number) => Promise.resolve(list.slice(from, from + count));

function sending(sent: number[], portion: (size: number) => Portion<number, string>) {
  const seen: number[] = [];
  return {
    seen,
    input: {
      count: list.length,
      from: 0,
      read,
      send: async (rows: readonly unknown[]) => {
        sent.push(rows.length);
        return portion(rows.length);
      },
      onProgress: ({ sent: far }: { sent: number }) => void seen.push(far),
      isStopped: () => false,
    },
  };
}

const taken = (size: number): Portion<number, string> => ({
  ok: true,
  accepted: size,
  faults: [],
  failure: null,
});

test('a list goes to the till in portions for which no sale waits', async () => {
  const sent: number[] = [];
  const { input, seen } = sending(sent, taken);
  expect(await sendCodeList(input)).toEqual({ kind: 'done' });
  expect(sent).toEqual([250, 250, 125]);
  expect(seen).toEqual([250, 500, 625]);
});

test('a portion that the till did not take stops the list, and it goes on from there', async () => {
  const sent: number[] = [];
  const broken = sending(sent, (size) =>
    sent.length === 2 ? { ok: false, accepted: 0, faults: [], failure: 'TillGone' } : taken(size),
  );
  expect(await sendCodeList(broken.input)).toEqual({ kind: 'failed', failure: 'TillGone' });
  expect(broken.seen).toEqual([250]);
  const again = sending(sent, taken);
  expect(await sendCodeList({ ...again.input, from: 250 })).toEqual({ kind: 'done' });
  expect(again.seen).toEqual([500, 625]);
});

test('a list that is stopped sends nothing more', async () => {
  const sent: number[] = [];
  const { input } = sending(sent, taken);
  expect(await sendCodeList({ ...input, isStopped: () => sent.length > 0 })).toEqual({ kind: 'stopped' });
  expect(sent).toEqual([250]);
});
