/** What the screens understand of a refused copy. */
import { expect, it } from 'vitest';
import { waitingPaperOf } from '../../../renderer/receipt/waitingPaper.ts';

const data = {
  jobId: '0192f000-0000-7000-8000-000000000001',
  printerId: '0192f000-0000-7000-8000-000000000002',
  state: 'blocked',
};

it('the refusal of a copy names the paper that waits and its printer', () => {
  expect(waitingPaperOf({ code: 'PaperWaits', data })).toEqual(data);
});

it('no other refusal is taken for it, and nothing is made of half a refusal', () => {
  expect(waitingPaperOf(null)).toBeNull();
  expect(waitingPaperOf({ code: 'NoPrinter', data: {} })).toBeNull();
  expect(waitingPaperOf({ code: 'PaperWaits', data: { state: 'blocked' } })).toBeNull();
});
