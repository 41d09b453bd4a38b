/** Hears a badge wherever somebody may log in; whatever else is typed quickly stays what it is: a password, a PIN. */
import { readCode } from '../../shared/code.ts';
import { scannerDefaults } from '../app/scanner.ts';
import { useScanner } from '../app/useScanner.ts';

function isBadge(text: string): boolean {
  return readCode(text)?.kind === 'badge';
}

export function useBadgeScan(onBadge: (code: string) => void, isOn = true): void {
  useScanner(onBadge, isOn, scannerDefaults, isBadge);
}
