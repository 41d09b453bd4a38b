/** Watches the clock: a document when it was set back or jumped ahead, once each time. */
import { type ClockLook, hasJumped, isSetBack } from '../../shared/journal/clock.ts';
import type { Instant } from '../../shared/time.ts';
import { documentOf } from '../document.ts';
import { inTransaction, systemActor, type VerbHost, type WriteScope } from '../verb.ts';
import { lastLink } from './queries.ts';

export interface ClockMove {
  readonly from: Instant;
  readonly to: Instant;
  readonly how: 'back' | 'ahead';
}

/** The clock moved by itself: no person stands for it. */
export async function followClockMoved(scope: WriteScope, move: ClockMove): Promise<void> {
  await scope.follow({ ...documentOf(scope, 'clockMoved', { ...move }), personId: null, approverId: null });
}

export interface ClockWatch {
  /** Looks once; writes a document when the clock has moved since the last look, or since the last document. */
  readonly look: (till: VerbHost) => Promise<void>;
}

/** `upSeconds` is a clock that nobody can set: how long this computer has been up. */
export function createClockWatch(clock: () => Instant, upSeconds: () => number): ClockWatch {
  let before: ClockLook | null = null;
  return {
    async look(till) {
      const now: ClockLook = { wall: clock(), upSeconds: upSeconds() };
      const earlier = before;
      before = now;
      const ahead = earlier !== null && hasJumped(earlier, now) ? earlier.wall : null;
      const last = await lastLink(till.db, till.tillId);
      const back = last !== undefined && isSetBack(last.written_at as Instant, now.wall);
      if (ahead === null && !back) return;
      await inTransaction(till, { key: 'clock' }, systemActor(till.tillId), async (scope) => {
        if (ahead !== null) await followClockMoved(scope, { from: ahead, to: scope.now, how: 'ahead' });
        const newest = await lastLink(scope.trx, till.tillId);
        if (newest === undefined || !isSetBack(newest.written_at as Instant, scope.now)) return;
        await followClockMoved(scope, { from: newest.written_at as Instant, to: scope.now, how: 'back' });
      });
    },
  };
}
