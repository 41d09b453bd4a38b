/** Keys that a person pressed, told from the first characters of a scan: those are followed by another at once. */
import { useCallback, useEffect, useRef } from 'react';
import { scannerDefaults } from '../app/scanner.ts';

const waitMs = scannerDefaults.longestGapMs + 10;

/**
 * Carries an act out a blink after its key, unless another key follows by then. Call it before the dialog's `useScanner`, so
 * that it hears the end of a scan too.
 */
export function useHumanKey(): (act: () => void) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const cancel = () => clearTimeout(timer.current);
    window.addEventListener('keydown', cancel, { capture: true });
    return () => {
      cancel();
      window.removeEventListener('keydown', cancel, { capture: true });
    };
  }, []);
  return useCallback((act) => {
    timer.current = setTimeout(act, waitMs);
  }, []);
}
