/** Counts down to a moment. */
import { useEffect, useRef, useState } from 'react';
import { type Instant, millisecondsOf } from '../../shared/time.ts';

const left = (until: Instant | null) =>
  until === null ? 0 : Math.max(0, Math.ceil((millisecondsOf(until) - Date.now()) / 1000));

/** Whole seconds that are left; 0 when the moment has passed or there is none. `onOver` hears of its passing. */
export function useSecondsUntil(until: Instant | null, onOver?: () => void): number {
  const [, tick] = useState(0);
  const seconds = left(until);
  const isRunning = seconds > 0;
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  }, [onOver]);
  useEffect(() => {
    if (until !== null && !isRunning) over.current?.();
  }, [until, isRunning]);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => tick((count) => count + 1), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  return seconds;
}
