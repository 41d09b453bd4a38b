/** The demo shop while it is being made: its clock, its people, its luck, and the way to call its verbs. */
import type { AnyContractProcedure } from '@orpc/contract';
import type { Language } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { PrintQueue } from '../parts.ts';
import type { VerbAnswer, VerbImplementation, VerbInput } from '../verb.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Calls a verb of the shop that is being made, as the person who works there at the moment. */
export type Call = <P extends AnyContractProcedure>(
  verb: VerbImplementation<P>,
  input: VerbInput<P>,
) => Promise<VerbAnswer<P>>;

export interface DemoWorld {
  readonly random: SeededRandom;
  readonly language: Language;
  readonly call: Call;
  readonly newId: () => string;
  readonly setClock: (instant: Instant) => void;
  readonly workAs: (personId: string) => void;
  /** What the till does by itself when a day begins. */
  readonly beginDay: () => Promise<void>;
  /** Phones of customers who are in the shop's book already. */
  readonly known: Set<string>;
  /** Gift cards that were sold and not used yet. */
  readonly giftCards: string[];
  /** Customers who buy for a firm. */
  readonly firms: Set<string>;
  /** Customers who took goods on credit. */
  readonly debtors: Set<string>;
  readonly ownerId: string;
  readonly cashierId: string;
}

export interface DemoDay {
  readonly day: BusinessDay;
  /** Days since the demo began. */
  readonly index: number;
  readonly opensAt: number;
  /** Nothing happens after this moment. */
  readonly until: number;
}

/** The demo's past is not printed. */
export const noPrinting: PrintQueue = {
  wake: () => {},
  inTurn: (_printerId, task) => task(),
  settle: async () => {},
  stop: async () => {},
};
