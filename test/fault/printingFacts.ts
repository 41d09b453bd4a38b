/** What till, person and check share while a shop prints on bad printers. */
import type { SeededRandom } from '../../electron/command/seededRandom.ts';
import type { StatusCapability } from '../../shared/receipt/printers.ts';
import type { Instant } from '../../shared/time.ts';
import type { roomWorld } from '../electron/roomWorld.ts';
import type { FaultyPrinter } from '../receipt/faultyPrinter.ts';

export interface BadPrinter {
  readonly id: string;
  readonly status: StatusCapability;
  readonly printer: FaultyPrinter;
}

/** What till, person and check know of the day. */
export interface PrintingFacts {
  readonly world: Awaited<ReturnType<typeof roomWorld>>;
  readonly printers: readonly BadPrinter[];
  readonly random: SeededRandom;
  readonly now: () => Instant;
  readonly counts: { restarts: number; looks: number; torn: number; copies: number; moves: number };
  /** Papers that a person said they could do without, by the number of the receipt. */
  readonly skipped: Set<number>;
  /** Jobs that changed their printer: they come after papers that are younger. */
  readonly moved: Set<string>;
}
