/** A receipt is offered on the screen exactly while the printer keeps it from the customer. */
import { expect, it } from 'vitest';
import { isHeldUp } from '../../../renderer/receipt/heldUp.ts';
import type { PrintState } from '../../../shared/receipt/printState.ts';

const job = (documentId: string, state: PrintState, attempts = 0, printerId = 'till') =>
  ({ documentId, kind: 'paper', printerId, state, attempts }) as const;

it('a receipt that came out is not held up, whatever others wait', () => {
  expect(isHeldUp([], 'mine')).toBe(false);
  expect(isHeldUp([job('other', 'blocked')], 'mine')).toBe(false);
});

it.each(['blocked', 'retry_wait', 'unknown', 'failed'] as const)('%s holds it up', (state) => {
  expect(isHeldUp([job('mine', state)], 'mine')).toBe(true);
});

it('so does the paper before it at the same printer, and none at another one', () => {
  expect(isHeldUp([job('before', 'retry_wait', 3), job('mine', 'queued')], 'mine')).toBe(true);
  expect(isHeldUp([job('before', 'retry_wait', 3, 'store'), job('mine', 'queued')], 'mine')).toBe(false);
});

it('the first try is no trouble; while a failed one is tried again the screen stays on offer', () => {
  expect(isHeldUp([job('mine', 'sending', 1)], 'mine')).toBe(false);
  expect(isHeldUp([job('mine', 'sending', 2)], 'mine')).toBe(true);
  expect(isHeldUp([job('before', 'sending', 4), job('mine', 'queued')], 'mine')).toBe(true);
});

it('a drawer that waits keeps no paper', () => {
  expect(isHeldUp([{ ...job('mine', 'blocked'), kind: 'drawer' }], 'mine')).toBe(false);
});
