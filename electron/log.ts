/** The till's own log: facts and errors in a file that does not grow without end. Digits of phones never reach it. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../shared/time.ts';

export interface Log {
  readonly note: (text: string, error?: unknown) => void;
}

const largestBytes = 2_000_000;

/** Long runs of digits are phones, cards or codes: only the last two stay. */
export function maskDigits(text: string): string {
  return text.replace(/\+?\d[\d ()-]{5,}\d/g, (run) => `…${run.slice(-2)}`);
}

/** Writes `log/till.log` in the data directory; the file before it is kept once. A disk that refuses is left alone. */
export function createLog(dataDirectory: string, clock: () => Instant): Log {
  const folder = join(dataDirectory, 'log');
  const file = join(folder, 'till.log');
  function write(line: string): void {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) {
        renameSync(file, join(folder, 'till.before.log'));
      }
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A log that cannot be written must not stop a sale.
    }
  }
  return {
    note(text, error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error ?? '');
      write(`${clock()} ${maskDigits(`${text} ${detail}`.trim())}\n`);
    },
  };
}
