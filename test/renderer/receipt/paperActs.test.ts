/** What a person can do about a paper, state by state. */
import { describe, expect, it } from 'vitest';
import { actsOf, isInTrouble, paperOfJob, remedyOf } from '../../../renderer/receipt/paperActs.ts';
import { type PrintState, printStates } from '../../../shared/receipt/printState.ts';
import type { PrintJob } from '../../../shared/receipt/spoolContract.ts';

const receipt = { kind: 'paper', purpose: 'original', documentKind: 'sale' } as const;
const acts = (state: PrintState, hasOther = true) => actsOf({ ...receipt, state }, hasOther);

describe('a paper of which nothing was sent', () => {
  it.each(['blocked', 'retry_wait'] as const)('%s: is tried at once, moved, shown or given up', (state) => {
    expect(acts(state)).toEqual(['tryNow', 'move', 'onScreen', 'giveUp']);
  });

  it('that waits its turn is not hurried: the printer has not refused it', () => {
    expect(acts('queued')).toEqual(['move', 'onScreen', 'giveUp']);
  });

  it('is not moved in a shop of one printer', () => {
    expect(acts('blocked', false)).toEqual(['tryNow', 'onScreen', 'giveUp']);
  });
});

describe('a paper that may be on paper', () => {
  it('is never sent again as it is: only a person says what came out, and only a copy follows', () => {
    expect(acts('unknown')).toEqual(['whole', 'copyHere', 'copyElsewhere', 'skip', 'onScreen']);
    expect(acts('unknown', false)).toEqual(['whole', 'copyHere', 'skip', 'onScreen']);
  });

  it('is left alone while it is being printed', () => {
    expect(acts('sending')).toEqual(['onScreen']);
  });
});

it('a paper that cannot be printed goes to another printer, to the screen, or nowhere', () => {
  expect(acts('failed')).toEqual(['move', 'onScreen', 'skip']);
});

it.each(['printed', 'sent_unconfirmed', 'cancelled'] as const)('%s: nothing is left to do', (state) => {
  expect(acts(state)).toEqual([]);
});

it('a drawer is neither shown nor moved nor opened twice', () => {
  const drawer = { kind: 'drawer', purpose: 'original', documentKind: 'sale' } as const;
  expect(actsOf({ ...drawer, state: 'blocked' }, true)).toEqual(['tryNow', 'giveUp']);
  expect(actsOf({ ...drawer, state: 'unknown' }, true)).toEqual(['whole', 'skip']);
});

it.each(['testSlip', 'calibrationSlip', 'secretPaper'])('no customer photographs a %s', (documentKind) => {
  expect(actsOf({ ...receipt, documentKind, state: 'blocked' }, false)).toEqual(['tryNow', 'giveUp']);
});

it('in trouble is what keeps a paper from its customer, and nothing else', () => {
  expect(printStates.filter(isInTrouble)).toEqual(['blocked', 'retry_wait', 'unknown', 'failed']);
});

describe('what to do', () => {
  it.each([
    ['blocked', 'paperOut', 'paperOut'],
    ['blocked', 'coverOpen', 'coverOpen'],
    ['retry_wait', 'unreachable', 'noLink'],
    ['retry_wait', 'timeOut', 'noLink'],
    ['retry_wait', 'deviceBusy', 'inUse'],
    ['retry_wait', 'queueRefused', 'setUp'],
    ['failed', 'cannotBuild', 'elsewhere'],
  ] as const)('%s because of %s: %s', (state, reason, remedy) => {
    expect(remedyOf({ state, reason })).toBe(remedy);
  });

  it('a doubtful paper gets no advice: the person is asked', () => {
    expect(remedyOf({ state: 'unknown', reason: 'paperOut' })).toBeNull();
  });

  it('a reason that this version does not know, or none, gets no advice', () => {
    expect(remedyOf({ state: 'blocked', reason: 'toString' })).toBeNull();
    expect(remedyOf({ state: 'retry_wait', reason: null })).toBeNull();
  });
});

it('a job of the queue is the same paper that the badge tells of', () => {
  const job: PrintJob = {
    id: '00000000-0000-7000-8000-000000000001',
    ...receipt,
    documentId: 'sale-1',
    copyNumber: 0,
    printerId: '00000000-0000-7000-8000-000000000900',
    printerName: 'Kassa',
    state: 'blocked',
    reason: 'paperOut',
    attempts: 2,
    createdAt: '2026-11-22T06:00:00.000Z' as PrintJob['createdAt'],
    nextTryAt: null,
    doneAt: null,
    resolution: null,
  };
  expect(paperOfJob(job)).toMatchObject({ jobId: job.id, state: 'blocked', printerName: 'Kassa' });
});
