import { expect, test } from 'vitest';
import type { TillParts } from '../../../electron/parts.ts';
import type { PdfPress } from '../../../electron/pdfPress.ts';
import { pdfVerbs } from '../../../electron/receipt/pdfVerbs.ts';
import { openTestTill, type TestTill } from '../../till.ts';
import { numberedPress, numbersOf } from './numberedPress.ts';

const what = { kind: 'couponBatch', id: '019aa0b0-0000-7000-8000-000000000001' } as const;

function verbsWith(world: TestTill, pdfPress: PdfPress | null) {
  const parts: Pick<TillParts, 'pdfPress' | 'sessions' | 'random' | 'note'> = {
    ...world.till.parts,
    pdfPress,
  };
  return pdfVerbs(parts);
}

const pressOf = (sheets: number, isThere = true): PdfPress => ({
  ...numberedPress({ sheets }),
  isThere: async () => isThere,
  close: async () => {},
});

test('a PC without a browser says that there can be no PDF, and begins none', async () => {
  const world = await openTestTill();
  for (const press of [null, pressOf(1, false)]) {
    const { startPdf } = verbsWith(world, press);
    expect(await world.refusal(world.call(startPdf, { what }))).toMatchObject({ code: 'PdfNotPossible' });
  }
  await world.close();
});

test('a cashier makes a PDF, fetches it, and then the till forgets it', async () => {
  const world = await openTestTill();
  const verbs = verbsWith(world, pressOf(3));
  const { jobId } = await world.call(verbs.startPdf, { what });
  const wait = async () => {
    for (;;) {
      const part = await world.call(verbs.pdfPart, { jobId, from: 0 }).catch(() => null);
      if (part !== null) return part;
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  const { base64, next } = await wait();
  expect(next).toBeNull();
  expect(await numbersOf(Buffer.from(base64, 'base64'))).toEqual([1, 2, 3]);
  await world.call(verbs.pdfDone, { jobId });
  expect(await world.refusal(world.call(verbs.pdfPart, { jobId, from: 0 }))).toMatchObject({
    code: 'PdfGone',
  });
  await world.close();
});

test('who has not logged in gets no PDF, and another person not the one that is there', async () => {
  const world = await openTestTill();
  const verbs = verbsWith(world, pressOf(1));
  const { jobId } = await world.call(verbs.startPdf, { what });
  const stranger = world.call(verbs.startPdf, { what }, 'another window');
  expect(await world.refusal(stranger)).toMatchObject({ code: 'LogInNeeded' });
  world.workAs(world.ownerId, 'the owner’s window');
  await new Promise((done) => setTimeout(done, 50));
  const fetched = world.call(verbs.pdfPart, { jobId, from: 0 }, 'the owner’s window');
  expect(await world.refusal(fetched)).toMatchObject({ code: 'PdfGone' });
  expect((await world.call(verbs.pdfPart, { jobId, from: 0 })).next).toBeNull();
  await world.close();
});
