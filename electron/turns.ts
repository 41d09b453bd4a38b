/** Long reads on the selling thread give way: whoever waits at the counter has a turn every few milliseconds. */
import { setImmediate as nextTurn } from 'node:timers/promises';

const longestMs = 8;

/**
 * Made once for a long piece of work, which then awaits the answer between its parts: at once while the turn is short,
 * after everything that waits when it has grown long. A part should take no more than a millisecond or two.
 */
export function createTurns(): () => Promise<void> {
  let from = performance.now();
  return async () => {
    if (performance.now() - from < longestMs) return;
    await nextTurn();
    from = performance.now();
  };
}
